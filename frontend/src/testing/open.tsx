import { render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { onTestFinished, vi } from 'vitest';
import { App } from '@/app/App';
import { routes } from '@/app/routes';
import { createServices } from '@/lib/services';
import { FakeSocket } from './FakeSocket';

// This loads all on-demand pages before the first test, so that no test spends its time on it.
import.meta.glob(['@/**/*.tsx', '!@/main.tsx', '!@/testing/**', '!**/*.test.tsx'], { eager: true });

/** Opens the whole application at a route, as a browser would, with the sockets and the server that the test plays. */
export async function open(route: string) {
  FakeSocket.made = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  const tellMissed = vi.fn();
  const services = createServices('http://localhost:3000', tellMissed);
  // On a slow machine the application would reconnect while the next test counts its sockets.
  onTestFinished(() => services.live.stop());
  services.queries.setDefaultOptions({ queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } });
  const router = createMemoryRouter(routes, { initialEntries: [route] });
  // jsdom loads no style sheets of ours, so the check of pointer-events finds nothing and costs most of a click.
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
  render(<App services={services} router={router} env="test" />);
  await services.session.restore();
  return { services, router, user, tellMissed };
}
