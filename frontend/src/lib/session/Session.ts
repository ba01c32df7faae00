import { type Api, answerOf, createApi, type Schemas } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import { type AccessToken, readToken } from './token';

export type SessionState =
  | { status: 'restoring' }
  | { status: 'unreachable' }
  | { status: 'signed-out'; ended: boolean }
  | { status: 'signed-in'; userId: string };

type News = { kind: 'signed-out' } | { kind: 'signed-in'; userId: string };

const LOCK = 'millrace-refresh';
const CHANNEL = 'millrace-session';
const REFRESH_BEFORE_END = 90_000;
const RETRY_AFTER = 15_000;
const SHORTEST_USEFUL_LIFE = 30_000;

/**
 * The session of the signed-in person. The access token lives in this object only; the refresh token in a cookie that no script can read.
 * A refresh token is good for one use, and a late second use ends the whole session. So refreshes are serialised: within
 * this tab by one promise, across tabs by a web lock.
 */
export class Session {
  state: SessionState = { status: 'restoring' };
  private token: AccessToken | null = null;
  private refreshing: Promise<AccessToken | null> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly open: Api;

  constructor(baseUrl: string) {
    // keepalive: a reload in the middle of a refresh must not lose the cookie that the answer brings.
    this.open = createApi(baseUrl, (request) => fetch(request, { keepalive: true }));
    this.channel.onmessage = (message: MessageEvent<News>) => this.hear(message.data);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): SessionState => this.state;

  /** Signs in from the cookie of an earlier visit, if there is one. */
  async restore(): Promise<void> {
    this.become({ status: 'restoring' });
    try {
      await this.refresh();
    } catch {
      this.become({ status: 'unreachable' });
    }
  }

  async signIn(credentials: Schemas['Login']): Promise<void> {
    const answer = await serialised(() => answerOf(this.open.POST('/api/auth/login', { body: credentials })));
    const token = this.accept(answer);
    this.tell({ kind: 'signed-in', userId: token.userId });
  }

  async signOut(): Promise<void> {
    try {
      await serialised(() => answerOf(this.open.POST('/api/auth/logout')));
    } finally {
      this.endHere();
    }
  }

  /** The server has ended this session, as this person asked it to; so all its tabs forget it. */
  endHere(): void {
    this.end(false);
    this.tell({ kind: 'signed-out' });
  }

  /** A token that is good for at least so long, or null when nobody is signed in. */
  async accessToken(leastLife = SHORTEST_USEFUL_LIFE): Promise<AccessToken | null> {
    if (this.token && this.token.endsAt - Date.now() > leastLife) {
      return this.token;
    }
    return this.state.status === 'signed-in' ? this.refresh() : null;
  }

  /** Sends a request as the one who is signed in; refreshes once when the server does not take the token. */
  fetch = async (request: Request): Promise<Response> => {
    const again = request.clone();
    const token = await this.accessToken();
    const response = await fetch(bearing(request, token));
    if (response.status !== 401 || !token) {
      return response;
    }
    const renewed = this.token === token ? await this.refresh() : this.token;
    return renewed ? fetch(bearing(again, renewed)) : response;
  };

  private refresh(): Promise<AccessToken | null> {
    this.refreshing ??= serialised(() => this.askForToken()).finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async askForToken(): Promise<AccessToken | null> {
    try {
      return this.accept(await answerOf(this.open.POST('/api/auth/refresh')));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        this.end(this.state.status === 'signed-in');
        return null;
      }
      throw error;
    }
  }

  private accept(answer: Schemas['Token']): AccessToken {
    this.token = readToken(answer, Date.now());
    this.become({ status: 'signed-in', userId: this.token.userId });
    this.refreshIn(Math.max(this.token.endsAt - Date.now() - REFRESH_BEFORE_END, RETRY_AFTER));
    return this.token;
  }

  private refreshIn(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.refresh().catch(() => this.refreshIn(RETRY_AFTER));
    }, delay);
  }

  private end(ended: boolean): void {
    clearTimeout(this.timer);
    this.token = null;
    this.become({ status: 'signed-out', ended });
  }

  private hear(news: News): void {
    if (news.kind === 'signed-out' && this.state.status === 'signed-in') {
      this.end(false);
    }
    if (
      news.kind === 'signed-in' &&
      !(this.state.status === 'signed-in' && this.state.userId === news.userId)
    ) {
      this.token = null;
      void this.restore();
    }
  }

  private tell(news: News): void {
    this.channel.postMessage(news);
  }

  private become(state: SessionState): void {
    if (
      state.status === 'signed-in' &&
      this.state.status === 'signed-in' &&
      state.userId === this.state.userId
    ) {
      return;
    }
    this.state = state;
    for (const listener of this.listeners) {
      listener();
    }
  }
}

/** One after another over all tabs. Without web locks, which an address without TLS may lack, only over this one. */
async function serialised<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request(LOCK, work) : work();
}

function bearing(request: Request, token: AccessToken | null): Request {
  if (token) {
    request.headers.set('Authorization', `Bearer ${token.value}`);
  }
  return request;
}
