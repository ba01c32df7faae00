import { EventStream, type OpenStream } from './EventStream';
import {
  type ConnectionReady,
  isAboutTask,
  isAboutWorkflow,
  isReady,
  type LiveEvent,
  parseEvents,
  type TaskEvent,
  type WorkflowEvent,
} from './events';

/** `streaming` is live, too, but by Server-Sent Events, because no WebSocket can be had. */
export type LiveStatus = 'connecting' | 'live' | 'streaming' | 'offline';

export interface Ticket {
  ticket: string;
  /** When the token behind it ends, in milliseconds since the epoch. */
  endsAt: number;
}

export interface LiveSettings {
  /** The application's base address, without a slash at the end. */
  baseUrl: string;
  /** A ticket for one handshake or renewal, or null when nobody is signed in any more. */
  takeTicket: (leastLife?: number) => Promise<Ticket | null>;
  openStream: OpenStream;
  onTask: (event: TaskEvent) => void;
  onWorkflow: (event: WorkflowEvent) => void;
  /** The tasks must be read again; `missed` tells whether events were lost, which is more than a first connection. */
  onGap: (missed: boolean) => void;
  random?: () => number;
}

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
const PING_EVERY = 25_000;
const ANSWER_WITHIN = 10_000;
const RENEW_BEFORE_END = 60_000;
const SOONEST_RENEWAL = 5_000;
const READY_WITHIN = 15_000;
const BAD_MESSAGE = 4400;
/** With these codes the server itself closes a socket, so one can be had. */
const CLOSED_BY_SERVER: ReadonlySet<number> = new Set([1001, 1011, 1013, BAD_MESSAGE]);

/**
 * Keeps one connection open for as long as somebody is signed in, and never loses an event silently. It is a WebSocket, or a stream of
 * Server-Sent Events where a proxy or the network lets no WebSocket through.
 */
export class LiveConnection {
  private status: LiveStatus = 'connecting';
  private connection: { close: () => void } | null = null;
  /** The connection, if it is a socket. */
  private socket: WebSocket | null = null;
  private prefersStream = false;
  private running = 0;
  private failures = 0;
  private lastId: string | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private deadline: ReturnType<typeof setTimeout> | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private pings: ReturnType<typeof setInterval> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly settings: LiveSettings) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): LiveStatus => this.status;

  start(): void {
    this.stop();
    window.addEventListener('online', this.connectNow);
    window.addEventListener('offline', this.goOffline);
    document.addEventListener('visibilitychange', this.connectWhenVisible);
    void this.connect();
  }

  stop(): void {
    this.running++;
    window.removeEventListener('online', this.connectNow);
    window.removeEventListener('offline', this.goOffline);
    document.removeEventListener('visibilitychange', this.connectWhenVisible);
    this.drop();
    this.failures = 0;
    this.lastId = null;
    this.prefersStream = false;
  }

  private async connect(): Promise<void> {
    const run = ++this.running;
    clearTimeout(this.retry);
    this.become('connecting');
    if (this.prefersStream) {
      this.openStream();
      return;
    }
    try {
      const ticket = await this.settings.takeTicket();
      if (run === this.running && ticket) {
        this.openSocket(ticket);
      }
    } catch {
      if (run === this.running) {
        this.connectLater();
      }
    }
  }

  private openSocket({ ticket, endsAt }: Ticket): void {
    const address = new URL(`${this.settings.baseUrl}/ws/notifications`);
    address.protocol = address.protocol.replace('http', 'ws');
    address.searchParams.set('ticket', ticket);
    address.searchParams.set('batch', 'true');
    if (this.lastId !== null) {
      address.searchParams.set('since', this.lastId);
    }
    const socket = new WebSocket(address, 'cloudevents.json');
    const { receive, closed } = this.adopt(socket);
    this.socket = socket;
    socket.onmessage = ({ data }: MessageEvent<unknown>) => receive(data);
    socket.onclose = ({ code }) => {
      if (code === BAD_MESSAGE) {
        console.warn('The server did not understand a message of this page and closed the live connection.');
      }
      closed((ready) => {
        if (ready || CLOSED_BY_SERVER.has(code)) {
          this.connectLater();
        } else {
          this.openStream();
        }
      });
    };
    this.renewBefore(endsAt);
  }

  private openStream(): void {
    const stream: EventStream = new EventStream(
      (frame) => receive(frame),
      () =>
        closed((ready) => {
          this.prefersStream = ready;
          this.connectLater();
        }),
    );
    const { receive, closed } = this.adopt(stream);
    void stream.receive(this.settings.openStream, this.lastId);
  }

  /** Makes it the connection; what others receive or how they end no longer matters. */
  private adopt(connection: { close: () => void }) {
    const resuming = this.lastId !== null;
    let ready = false;
    this.connection = connection;
    this.deadline = setTimeout(() => connection.close(), READY_WITHIN);
    return {
      receive: (frame: unknown) => {
        for (const event of parseEvents(frame)) {
          if (connection !== this.connection) {
            return;
          }
          if (ready) {
            clearTimeout(this.deadline);
          }
          if (isReady(event)) {
            if (!ready) {
              ready = true;
              this.becomeReady(event, resuming);
            }
            this.renewBefore(Date.parse(event.data.expiresAt));
          } else {
            this.pass(event);
          }
        }
      },
      closed: (goOn: (ready: boolean) => void) => {
        if (connection === this.connection) {
          this.drop();
          goOn(ready);
        }
      },
    };
  }

  private pass(event: LiveEvent): void {
    if (isAboutTask(event)) {
      this.settings.onTask(event);
      this.lastId = event.id;
    } else if (isAboutWorkflow(event)) {
      this.settings.onWorkflow(event);
      this.lastId = event.id;
    }
  }

  private becomeReady(event: ConnectionReady, resuming: boolean): void {
    clearTimeout(this.deadline);
    this.failures = 0;
    const { recovered } = event.data;
    if (!resuming || !recovered) {
      // Nothing follows that came before this position, so it is where to go on from.
      this.lastId = event.id;
      this.settings.onGap(resuming);
    }
    clearInterval(this.pings);
    if (this.socket) {
      this.pings = setInterval(() => this.ping(), PING_EVERY);
    }
    this.become(this.socket ? 'live' : 'streaming');
  }

  /** Each ping is answered. A connection whose other end is gone without a word shows by its silence only. */
  private ping(): void {
    this.deadline = setTimeout(() => {
      this.drop();
      this.connectLater();
    }, ANSWER_WITHIN);
    this.send({ type: 'ping' });
  }

  private renewBefore(endsAt: number): void {
    clearTimeout(this.renewal);
    const socket = this.socket;
    if (!socket) {
      return; // A stream ends with its token, and goes on with the next one.
    }
    this.renewal = setTimeout(
      async () => {
        try {
          const ticket = await this.settings.takeTicket(RENEW_BEFORE_END + SOONEST_RENEWAL);
          if (ticket && socket === this.socket) {
            this.send({ type: 'renew', ticket: ticket.ticket });
            this.renewBefore(ticket.endsAt);
          }
        } catch {
          if (socket === this.socket) {
            this.renewBefore(Math.min(endsAt, Date.now() + RENEW_BEFORE_END + SOONEST_RENEWAL));
          }
        }
      },
      Math.max(endsAt - Date.now() - RENEW_BEFORE_END, SOONEST_RENEWAL),
    );
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }

  private connectLater(): void {
    if (!navigator.onLine) {
      this.become('offline');
      return;
    }
    this.become(this.failures < 2 ? 'connecting' : 'offline');
    const longest = Math.min(FIRST_DELAY * 2 ** this.failures, LONGEST_DELAY);
    this.failures++;
    const random = this.settings.random ?? Math.random;
    this.retry = setTimeout(() => void this.connect(), longest * (0.5 + random() / 2));
  }

  private connectNow = (): void => {
    if (!this.socket) {
      this.drop();
      this.failures = 0;
      this.prefersStream = false;
      void this.connect();
    }
  };

  private connectWhenVisible = (): void => {
    if (document.visibilityState === 'visible' && this.status !== 'live' && this.status !== 'streaming') {
      this.connectNow();
    }
  };

  private goOffline = (): void => {
    this.running++;
    this.drop();
    this.become('offline');
  };

  private drop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.deadline);
    clearTimeout(this.renewal);
    clearInterval(this.pings);
    const connection = this.connection;
    this.connection = null;
    this.socket = null;
    connection?.close();
  }

  private become(status: LiveStatus): void {
    if (status !== this.status) {
      this.status = status;
      for (const listener of this.listeners) {
        listener();
      }
    }
  }
}
