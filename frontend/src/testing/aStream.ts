import type { OpenStream } from '@/lib/live/EventStream';

/** A stream of Server-Sent Events whose server the test plays. */
export function aStream() {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened;
    },
  });
  const stream = {
    signal: undefined as AbortSignal | undefined,
    lastId: undefined as string | null | undefined,
    open: (async (lastId, signal) => {
      stream.lastId = lastId;
      stream.signal = signal;
      signal.addEventListener('abort', () => stream.ends());
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream;charset=UTF-8' } });
    }) satisfies OpenStream,
    async sends(part: string | Uint8Array) {
      controller.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : part);
      await settled();
    },
    tells(event: object) {
      return stream.sends(`data: ${JSON.stringify(event)}\n\n`);
    },
    ends() {
      try {
        controller.close();
      } catch {
        // It has ended before.
      }
    },
  };
  return stream;
}

/** Streams hand their parts over in several steps. */
async function settled(): Promise<void> {
  for (let step = 0; step < 10; step++) {
    await Promise.resolve();
  }
}
