/** Opens the stream of events after the one with this id, or from now on. */
export type OpenStream = (lastId: string | null, signal: AbortSignal) => Promise<Response>;

/** The server sends a comment at least every 25 seconds. */
const SILENT_FOR = 60_000;

/**
 * Receives Server-Sent Events. The browser's own EventSource cannot send the token along, so this reads the response itself.
 * It receives for as long as the server keeps the stream open, which is at most until the token ends.
 */
export class EventStream {
  private readonly abort = new AbortController();
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly onFrame: (frame: string) => void,
    private readonly onClosed: () => void,
  ) {}

  async receive(open: OpenStream, lastId: string | null): Promise<void> {
    try {
      const response = await open(lastId, this.abort.signal);
      if (response.ok && response.body !== null && isEventStream(response)) {
        await this.readAll(response.body);
      }
    } catch {
      // It ended, or was closed; both are told below.
    }
    this.close();
    this.onClosed();
  }

  close(): void {
    clearTimeout(this.silence);
    this.abort.abort();
  }

  private async readAll(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    let frame: string[] = [];
    for (;;) {
      this.expectMore();
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('data: ')) {
          frame.push(line.slice('data: '.length));
        } else if (line === '' && frame.length > 0) {
          this.onFrame(frame.join('\n'));
          frame = [];
        }
      }
    }
  }

  private expectMore(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.close(), SILENT_FOR);
  }
}

/** A proxy may answer with a page of its own. */
function isEventStream(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;
}
