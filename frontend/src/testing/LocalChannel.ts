/** A BroadcastChannel within one test: each tab receives the messages of the others. */
export class LocalChannel {
  static open: LocalChannel[] = [];
  onmessage: ((message: MessageEvent) => void) | null = null;

  constructor(readonly name: string) {
    LocalChannel.open.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of LocalChannel.open) {
      if (other !== this && other.name === this.name) {
        other.onmessage?.(new MessageEvent('message', { data }));
      }
    }
  }

  close(): void {
    LocalChannel.open = LocalChannel.open.filter((other) => other !== this);
  }
}
