import type { Task } from '@/lib/api/client';
import type { TaskEvent } from '@/lib/live/events';

/** A WebSocket; the test plays its server. */
export class FakeSocket {
  static readonly OPEN = 1;
  static made: FakeSocket[] = [];

  readonly sent: unknown[] = [];
  readyState = FakeSocket.OPEN;
  private answering = false;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(
    readonly url: URL,
    readonly protocol: string,
  ) {
    FakeSocket.made.push(this);
  }

  static get last(): FakeSocket {
    const last = FakeSocket.made.at(-1);
    if (!last) {
      throw new Error('no socket was opened');
    }
    return last;
  }

  /** Answers pings as the server does, for tests of other behaviour. */
  answersPings(): this {
    this.answering = true;
    return this;
  }

  send(text: string): void {
    const message = JSON.parse(text) as { type: string };
    this.sent.push(message);
    if (this.answering && message.type === 'ping') {
      this.serverSays({ id: 'e-0', type: 'dev.millrace.session.pong', data: {} });
    }
  }

  close(code = 1000): void {
    if (this.readyState === FakeSocket.OPEN) {
      this.readyState = 3;
      this.onclose?.({ code });
    }
  }

  serverSays(event: object): void {
    this.onmessage?.({ data: JSON.stringify(event) });
  }

  serverIsReady({ id = 'e-0', recovered = true, expiresAt = Date.now() + 900_000 } = {}): void {
    this.serverSays({
      id,
      type: 'dev.millrace.session.ready',
      data: { user: 'u-1', recovered, expiresAt: new Date(expiresAt).toISOString() },
    });
  }

  serverTells(kind: string, task: Task, id = `e-${task.revision}`): void {
    this.serverSays({
      id,
      type: `dev.millrace.task.${kind}` as TaskEvent['type'],
      subject: task.id,
      data: task,
    });
  }
}
