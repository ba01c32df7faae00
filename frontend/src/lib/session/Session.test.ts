import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeServer, json, problem, token } from '@/testing/FakeServer';
import { LocalChannel } from '@/testing/LocalChannel';
import { Session } from './Session';

const BASE = 'http://localhost:3000';
const REFRESH = 'POST /api/auth/refresh';

let server: FakeServer;
let sessions: Session[];

beforeEach(() => {
  vi.useFakeTimers();
  LocalChannel.open = [];
  sessions = [];
  server = new FakeServer().signedIn();
});
afterEach(() => {
  vi.useRealTimers();
});

function tab(): Session {
  const session = new Session(BASE);
  sessions.push(session);
  return session;
}

/** Web locks, which jsdom lacks: one holder at a time. */
function stubLocks(): { waiting: number } {
  const seen = { waiting: 0 };
  let last: Promise<unknown> = Promise.resolve();
  vi.stubGlobal('navigator', {
    locks: {
      request(_: string, work: () => Promise<unknown>) {
        seen.waiting++;
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
      },
    },
  });
  return seen;
}

describe('a session', () => {
  test('is restored from the cookie without a password', async () => {
    const session = tab();
    await session.restore();
    expect(session.current()).toEqual({ status: 'signed-in', userId: 'u-1' });
  });

  test('without a cookie is signed out, and did not end', async () => {
    server.signedOut();
    const session = tab();
    await session.restore();
    expect(session.current()).toEqual({ status: 'signed-out', ended: false });
  });

  test('does not treat an unreachable server as a sign-out', async () => {
    server.on(REFRESH, () => Promise.reject(new TypeError('network')));
    const session = tab();
    await session.restore();
    expect(session.current()).toEqual({ status: 'unreachable' });
  });

  test('refreshes once for many requests that are rejected at the same time', async () => {
    const session = tab();
    await session.restore();
    const stale = await session.accessToken();
    server.on('GET /api/tasks', (request) =>
      request.headers.get('Authorization') === `Bearer ${stale?.value}`
        ? problem({ status: 401, title: 'You are not signed in' })
        : json({ items: [] }),
    );

    const answers = await Promise.all([1, 2, 3].map(() => session.fetch(new Request(`${BASE}/api/tasks`))));

    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(server.called(REFRESH)).toHaveLength(2);
  });

  test('gives up after one refresh when the request is rejected again', async () => {
    const session = tab();
    await session.restore();
    server.on('GET /api/tasks', () => problem({ status: 401, title: 'You are not signed in' }));

    const answer = await session.fetch(new Request(`${BASE}/api/tasks`));

    expect(answer.status).toBe(401);
    expect(server.called('GET /api/tasks')).toHaveLength(2);
    expect(server.called(REFRESH)).toHaveLength(2);
  });

  test('sends the body again after a refresh', async () => {
    const session = tab();
    await session.restore();
    const bodies: string[] = [];
    server.on('POST /api/tasks', async (request) => {
      bodies.push(await request.text());
      return bodies.length === 1 ? problem({ status: 401, title: 'no' }) : json({});
    });

    await session.fetch(new Request(`${BASE}/api/tasks`, { method: 'POST', body: 'the body' }));

    expect(bodies).toEqual(['the body', 'the body']);
  });

  test('is refreshed before its token expires', async () => {
    const session = tab();
    await session.restore();
    await vi.advanceTimersByTimeAsync(809_000);
    expect(server.called(REFRESH)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.called(REFRESH)).toHaveLength(2);
  });

  test('ends when the server rejects the refresh', async () => {
    const session = tab();
    await session.restore();
    server.signedOut();
    await vi.advanceTimersByTimeAsync(900_000);
    expect(session.current()).toEqual({ status: 'signed-out', ended: true });
  });

  test('never has two tabs refresh at once', async () => {
    stubLocks();
    let running = 0;
    let most = 0;
    server.on(REFRESH, async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 100));
      running--;
      return json(token());
    });

    const both = Promise.all([tab().restore(), tab().restore()]);
    await vi.advanceTimersByTimeAsync(500);
    await both;

    expect(server.called(REFRESH)).toHaveLength(2);
    expect(most).toBe(1);
  });

  test('signed out in one tab is signed out in the other', async () => {
    server.on('POST /api/auth/logout', () => new Response(null, { status: 204 }));
    const [here, there] = [tab(), tab()];
    await Promise.all([here.restore(), there.restore()]);

    await here.signOut();

    expect(there.current()).toEqual({ status: 'signed-out', ended: false });
    expect(await there.accessToken()).toBeNull();
  });

  test('leaves no token in the storage of the browser', async () => {
    server.on('POST /api/auth/login', () => json(token()));
    await tab().signIn({ username: 'ada', password: 'secret words' });
    expect(localStorage).toHaveLength(0);
    expect(sessionStorage).toHaveLength(0);
  });
});
