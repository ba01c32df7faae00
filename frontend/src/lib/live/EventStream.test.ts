import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aStream } from '@/testing/aStream';
import { EventStream, type OpenStream } from './EventStream';

const onFrame = vi.fn();
const onClosed = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onFrame.mockReset();
  onClosed.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

test('asks for what came after the last event', async () => {
  const open = vi.fn<OpenStream>().mockRejectedValue(new TypeError('network'));
  await new EventStream(onFrame, onClosed).receive(open, 'e-7');
  expect(open.mock.lastCall?.[0]).toBe('e-7');
  expect(onClosed).toHaveBeenCalledOnce();
});

test('takes frames however the network cuts them', async () => {
  const server = aStream();
  const received = new EventStream(onFrame, onClosed).receive(server.open, null);
  for (const part of [
    'retry: 1000\nid: e-1\nda',
    'ta: {"a":\ndata: "ä',
    '"}\n',
    '\n:\n\nid: e-2\ndata: 2\n\n',
  ]) {
    await server.sends(part);
  }
  server.ends();
  await received;

  expect(onFrame.mock.calls).toEqual([['{"a":\n"ä"}'], ['2']]);
  expect(onClosed).toHaveBeenCalledOnce();
});

test('a character of several bytes may arrive in two parts', async () => {
  const server = aStream();
  const received = new EventStream(onFrame, onClosed).receive(server.open, null);
  const bytes = new TextEncoder().encode('data: ä\n\n');
  await server.sends(bytes.slice(0, 7));
  await server.sends(bytes.slice(7));
  server.ends();
  await received;

  expect(onFrame).toHaveBeenCalledExactlyOnceWith('ä');
});

test.each([
  ['an error', new Response('{}', { status: 503 })],
  ['a page of a proxy', new Response('data: x\n\n', { headers: { 'Content-Type': 'text/html' } })],
])('%s is no stream', async (_what, response) => {
  await new EventStream(onFrame, onClosed).receive(async () => response, null);
  expect(onFrame).not.toHaveBeenCalled();
  expect(onClosed).toHaveBeenCalledOnce();
});

test('a stream that falls silent is closed', async () => {
  const server = aStream();
  const received = new EventStream(onFrame, onClosed).receive(server.open, null);
  await vi.advanceTimersByTimeAsync(50_000);
  await server.sends(':\n\n');
  await vi.advanceTimersByTimeAsync(50_000);
  expect(onClosed).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  await received;

  expect(server.signal?.aborted).toBe(true);
  expect(onClosed).toHaveBeenCalledOnce();
});
