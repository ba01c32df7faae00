import { type Api, createApi, dataOf, type Schemas } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import { type AccessToken, readToken } from './token';

export type SessionState =
  | { status: 'restoring' }
  | { status: 'unreachable' }
  | { status: 'signed-out'; ended: boolean }
  | { status: 'signed-in'; userId: string };

type TabMessage = { kind: 'signed-out' } | { kind: 'signed-in'; userId: string };

const LOCK = 'millrace-refresh';
const CHANNEL = 'millrace-session';
const REFRESH_BEFORE_END = 90_000;
const RETRY_AFTER = 15_000;
const MIN_TOKEN_LIFE = 30_000;

/**
 * The session of the signed-in person. Only this object holds the access token; a cookie that no script can read holds
 * the refresh token. A second use of a refresh token ends the session, so refreshes are serialised: within this tab by
 * one promise, across tabs by a web lock.
 */
export class Session {
  state: SessionState = { status: 'restoring' };
  private token: AccessToken | null = null;
  private refreshing: Promise<AccessToken | null> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly anonymousApi: Api;

  constructor(baseUrl: string) {
    // keepalive: a reload during a refresh must not lose the cookie in the response.
    this.anonymousApi = createApi(baseUrl, (request) => fetch(request, { keepalive: true }));
    this.channel.onmessage = (message: MessageEvent<TabMessage>) => this.receive(message.data);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): SessionState => this.state;

  /** Signs in from the cookie of an earlier visit, if there is one. */
  async restore(): Promise<void> {
    this.setState({ status: 'restoring' });
    try {
      await this.refresh();
    } catch {
      this.setState({ status: 'unreachable' });
    }
  }

  async signIn(credentials: Schemas['Login']): Promise<void> {
    const answer = await serialised(() =>
      dataOf(this.anonymousApi.POST('/api/auth/login', { body: credentials })),
    );
    const token = this.accept(answer);
    this.broadcast({ kind: 'signed-in', userId: token.userId });
  }

  async signOut(): Promise<void> {
    try {
      await serialised(() => dataOf(this.anonymousApi.POST('/api/auth/logout')));
    } finally {
      this.endHere();
    }
  }

  /** Signs out all tabs after the server has ended this session on request. */
  endHere(): void {
    this.end(false);
    this.broadcast({ kind: 'signed-out' });
  }

  /** A token that stays valid for at least so many milliseconds, or null when nobody is signed in. */
  async accessToken(minLife = MIN_TOKEN_LIFE): Promise<AccessToken | null> {
    if (this.token && this.token.endsAt - Date.now() > minLife) {
      return this.token;
    }
    return this.state.status === 'signed-in' ? this.refresh() : null;
  }

  /** Sends a request with the access token; refreshes it once if the server rejects it. */
  fetch = async (request: Request): Promise<Response> => {
    const again = request.clone();
    const token = await this.accessToken();
    const response = await fetch(withToken(request, token));
    if (response.status !== 401 || !token) {
      return response;
    }
    const renewed = this.token === token ? await this.refresh() : this.token;
    return renewed ? fetch(withToken(again, renewed)) : response;
  };

  private refresh(): Promise<AccessToken | null> {
    this.refreshing ??= serialised(() => this.requestToken()).finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async requestToken(): Promise<AccessToken | null> {
    try {
      return this.accept(await dataOf(this.anonymousApi.POST('/api/auth/refresh')));
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
    this.setState({ status: 'signed-in', userId: this.token.userId });
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
    this.setState({ status: 'signed-out', ended });
  }

  private receive(message: TabMessage): void {
    if (message.kind === 'signed-out' && this.state.status === 'signed-in') {
      this.end(false);
    }
    if (
      message.kind === 'signed-in' &&
      !(this.state.status === 'signed-in' && this.state.userId === message.userId)
    ) {
      this.token = null;
      void this.restore();
    }
  }

  private broadcast(message: TabMessage): void {
    this.channel.postMessage(message);
  }

  private setState(state: SessionState): void {
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

/** Runs one call at a time across all tabs. Addresses without TLS may lack web locks; then each tab is on its own. */
async function serialised<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request(LOCK, work) : work();
}

function withToken(request: Request, token: AccessToken | null): Request {
  if (token) {
    request.headers.set('Authorization', `Bearer ${token.value}`);
  }
  return request;
}
