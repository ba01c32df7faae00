import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { LocalChannel } from './LocalChannel';

// What jsdom lacks and Mantine needs.
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

// Pages and the form are loaded when they are first visited, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 30_000, getElementError: (message) => new Error(message ?? '') });

beforeEach(() => {
  vi.stubGlobal('BroadcastChannel', LocalChannel);
});
afterEach(() => {
  cleanup();
  notifications.clean();
});
