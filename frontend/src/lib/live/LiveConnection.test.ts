import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aStream } from '@/testing/aStream';
import { aTask } from '@/testing/aTask';
import { FakeSocket } from '@/testing/FakeSocket';
import { LiveConnection } from './LiveConnection';

const LIFE = 900_000;

const takeTicket = vi.fn();
const openStream = vi.fn();
const onTask = vi.fn();
const onWorkflow = vi.fn();
const onGap = vi.fn();
let tickets: number;
let live: LiveConnection;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.made = [];
  tickets = 0;
  takeTicket
    .mockReset()
    .mockImplementation(async () => ({ ticket: `ticket-${++tickets}`, endsAt: Date.now() + LIFE }));
  openStream.mockReset().mockRejectedValue(new TypeError('network'));
  onTask.mockReset();
  onGap.mockReset();
  live = new LiveConnection({
    baseUrl: 'https://mill.example/app',
    takeTicket,
    openStream,
    onTask,
    onWorkflow,
    onGap,
    random: () => 1,
  });
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

async function connected(): Promise<FakeSocket> {
  live.start();
  await vi.advanceTimersByTimeAsync(0);
  FakeSocket.last.serverIsReady();
  return FakeSocket.last;
}

describe('the live connection', () => {
  test('opens under the context root with a ticket and the subprotocol', async () => {
    const socket = await connected();
    expect(socket.url.href).toBe('wss://mill.example/app/ws/notifications?ticket=ticket-1&batch=true');
    expect(socket.protocol).toBe('cloudevents.json');
    expect(live.current()).toBe('live');
  });

  test('has the tasks read after the first connection, without a word of missed events', async () => {
    await connected();
    expect(onGap).toHaveBeenCalledExactlyOnceWith(false);
  });

  test('is not live before the server says so', async () => {
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(live.current()).toBe('connecting');
  });

  test('resumes after the last event with a new ticket', async () => {
    const socket = await connected();
    socket.serverTells('running', aTask(), 'e-7');
    socket.close(1013);
    await vi.advanceTimersByTimeAsync(500);

    expect(FakeSocket.last.url.search).toBe('?ticket=ticket-2&batch=true&since=e-7');
    FakeSocket.last.serverIsReady({ id: 'e-9', recovered: true });
    expect(onGap).toHaveBeenCalledTimes(1);
  });

  test('goes on from the last event seen, not from where a resumed stream stood', async () => {
    const socket = await connected();
    socket.serverTells('running', aTask(), 'e-7');
    socket.close(1006);
    await vi.advanceTimersByTimeAsync(500);
    FakeSocket.last.serverIsReady({ id: 'e-9', recovered: true });
    FakeSocket.last.close(1006);
    await vi.advanceTimersByTimeAsync(500);

    expect(FakeSocket.last.url.searchParams.get('since')).toBe('e-7');
  });

  test('tells of a gap that the server could not fill', async () => {
    const socket = await connected();
    socket.serverTells('running', aTask(), 'e-7');
    socket.close(1006);
    await vi.advanceTimersByTimeAsync(500);
    FakeSocket.last.serverIsReady({ id: 'f-3', recovered: false });

    expect(onGap).toHaveBeenLastCalledWith(true);
    FakeSocket.last.close(1006);
    await vi.advanceTimersByTimeAsync(500);
    expect(FakeSocket.last.url.searchParams.get('since')).toBe('f-3');
  });

  test('waits longer after each failure, and says that it is offline', async () => {
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    for (const delay of [500, 1000, 2000, 4000]) {
      const opened = FakeSocket.made.length;
      FakeSocket.last.close(1006);
      await vi.advanceTimersByTimeAsync(delay - 1);
      expect(FakeSocket.made).toHaveLength(opened);
      await vi.advanceTimersByTimeAsync(1);
      expect(FakeSocket.made).toHaveLength(opened + 1);
    }
    FakeSocket.last.close(1006);
    await vi.advanceTimersByTimeAsync(0);
    expect(live.current()).toBe('offline');
  });

  test('tries again when no ticket can be had', async () => {
    takeTicket.mockRejectedValueOnce(new TypeError('network'));
    live.start();
    await vi.advanceTimersByTimeAsync(500);
    expect(FakeSocket.made).toHaveLength(1);
  });

  test('gives up on a server that never gets ready', async () => {
    live.start();
    await vi.advanceTimersByTimeAsync(15_500);
    expect(FakeSocket.made).toHaveLength(2);
  });

  test('connects at once when the network is back', async () => {
    const socket = await connected();
    window.dispatchEvent(new Event('offline'));
    expect(live.current()).toBe('offline');
    expect(socket.readyState).not.toBe(FakeSocket.OPEN);

    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeSocket.made).toHaveLength(2);
  });

  test('connects at once when the page is looked at again', async () => {
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    FakeSocket.last.close(1006);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeSocket.made).toHaveLength(2);
  });

  test('renews the session on the open socket before it ends, again and again', async () => {
    const socket = (await connected()).answersPings();
    const renewals = () => socket.sent.filter((message) => (message as { type: string }).type === 'renew');
    await vi.advanceTimersByTimeAsync(LIFE - 60_001);
    expect(renewals()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(renewals()).toEqual([{ type: 'renew', ticket: 'ticket-2' }]);
    await vi.advanceTimersByTimeAsync(LIFE);
    expect(renewals()).toHaveLength(2);
    expect(FakeSocket.made).toHaveLength(1);
  });

  test('asks for a token that outlives the renewal', async () => {
    (await connected()).answersPings();
    await vi.advanceTimersByTimeAsync(LIFE - 60_000);
    expect(takeTicket.mock.lastCall?.[0]).toBeGreaterThan(60_000);
  });

  test('pings while it is open', async () => {
    const socket = await connected();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(socket.sent).toEqual([{ type: 'ping' }]);
  });

  test('connects anew when a ping is answered by silence', async () => {
    await connected();
    await vi.advanceTimersByTimeAsync(25_000 + 10_000 + 500);
    expect(FakeSocket.made).toHaveLength(2);
  });

  test('keeps a socket whose pings are answered', async () => {
    const socket = await connected();
    await vi.advanceTimersByTimeAsync(25_000);
    socket.serverSays({ id: 'e-0', type: 'dev.millrace.session.pong', data: {} });
    await vi.advanceTimersByTimeAsync(11_000);
    expect(FakeSocket.made).toHaveLength(1);
    expect(live.current()).toBe('live');
  });

  test('stays closed once stopped, and forgets where it was', async () => {
    const socket = await connected();
    socket.serverTells('running', aTask(), 'e-7');
    live.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.made).toHaveLength(1);

    live.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeSocket.last.url.searchParams.has('since')).toBe(false);
  });

  test('takes several events of one frame in their order', async () => {
    const socket = await connected();
    const told = ['running', 'succeeded'].map((kind, i) => ({
      id: `e-${i}`,
      type: `dev.millrace.task.${kind}`,
      data: aTask(),
    }));
    socket.onmessage?.({ data: JSON.stringify(told) });
    expect(onTask.mock.calls.map(([event]) => event.id)).toEqual(['e-0', 'e-1']);

    socket.close(1006);
    await vi.advanceTimersByTimeAsync(500);
    expect(FakeSocket.last.url.searchParams.get('since')).toBe('e-1');
  });

  test('survives a frame that is no event', async () => {
    const socket = await connected();
    socket.onmessage?.({ data: 'not json' });
    socket.serverTells('running', aTask());
    expect(onTask).toHaveBeenCalledTimes(1);
  });
});

describe('where no socket can be had', () => {
  const ready = (id: string, recovered = true) => ({
    id,
    type: 'dev.millrace.session.ready',
    data: { user: 'u-1', recovered, expiresAt: new Date(Date.now() + LIFE).toISOString() },
  });
  const running = (id: string) => ({ id, type: 'dev.millrace.task.running', subject: 't-1', data: aTask() });

  async function streaming() {
    const server = aStream();
    openStream.mockImplementation(server.open);
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    FakeSocket.last.close(1006);
    await vi.advanceTimersByTimeAsync(0);
    await server.tells(ready('e-1'));
    return server;
  }

  test('a stream is opened at once', async () => {
    const server = await streaming();
    expect(live.current()).toBe('streaming');
    expect(server.lastId).toBeNull();
    expect(onGap).toHaveBeenCalledExactlyOnceWith(false);

    await server.tells(running('e-2'));
    expect(onTask.mock.calls.map(([event]) => event.id)).toEqual(['e-2']);
  });

  test('a stream that ends with its token goes on where it was, without a try of a socket', async () => {
    const first = await streaming();
    await first.tells(running('e-2'));
    const second = aStream();
    openStream.mockImplementation(second.open);
    first.ends();
    await vi.advanceTimersByTimeAsync(500);
    await second.tells(ready('e-9'));

    expect(second.lastId).toBe('e-2');
    expect(live.current()).toBe('streaming');
    expect(FakeSocket.made).toHaveLength(1);
    expect(onGap).toHaveBeenCalledTimes(1);
  });

  test('a socket is tried again when no stream can be had either', async () => {
    const server = await streaming();
    openStream.mockRejectedValue(new TypeError('network'));
    server.ends();
    await vi.advanceTimersByTimeAsync(500);
    await vi.advanceTimersByTimeAsync(1000);
    expect(FakeSocket.made).toHaveLength(2);
  });

  test('neither pings nor renewals are sent on a stream', async () => {
    await streaming();
    await vi.advanceTimersByTimeAsync(50_000);
    expect(takeTicket).toHaveBeenCalledTimes(1);
    expect(live.current()).toBe('streaming');
  });

  test('a socket that the server itself closes is no reason for a stream', async () => {
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    FakeSocket.last.close(1013);
    await vi.advanceTimersByTimeAsync(0);
    expect(openStream).not.toHaveBeenCalled();
  });

  test('signing out ends the stream', async () => {
    const server = await streaming();
    live.stop();
    expect(server.signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(openStream).toHaveBeenCalledTimes(1);
  });
});
