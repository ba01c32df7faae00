import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { LocalChannel } from './LocalChannel';

// jsdom lacks these, and Mantine needs them.
window.matchMedia = (query) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};

// A query that times out reports its target before Vitest ends the test, also on a busy machine.
configure({ asyncUtilTimeout: 4_000, getElementError: (message) => new Error(message ?? '') });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('BroadcastChannel', LocalChannel);
});
afterEach(() => {
  cleanup();
  notifications.clean();
});
