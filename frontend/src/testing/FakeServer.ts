import { vi } from 'vitest';
import type { Problem } from '@/lib/api/problem';

type Answer = (request: Request) => Response | Promise<Response>;

/** Returns the responses that the test sets up. Any other call fails the test by a 500 that names it. */
export class FakeServer {
  readonly calls: Request[] = [];
  private readonly answers = new Map<string, Answer>();

  constructor() {
    vi.stubGlobal('fetch', (request: Request) => this.take(request));
  }

  on(call: string, answer: Answer | object): this {
    this.answers.set(call, typeof answer === 'function' ? (answer as Answer) : () => json(answer));
    return this;
  }

  signedOut(): this {
    return this.on('POST /api/auth/refresh', () =>
      problem({ status: 401, title: 'The session has ended' }),
    ).on('GET /api/auth/options', { registration: 'open' });
  }

  signedIn(userId = 'u-1', roles = ['user']): this {
    return this.on('POST /api/auth/refresh', () => json(token(userId)))
      .on('GET /api/users/me', {
        id: userId,
        username: 'ada',
        email: 'ada@example.org',
        firstName: 'Ada',
        lastName: 'Lovelace',
        roles,
      })
      .on('POST /api/ws-tickets', { ticket: 'ticket', expiresIn: 30 });
  }

  called(call: string): Request[] {
    return this.calls.filter((request) => nameOf(request) === call);
  }

  private async take(request: Request): Promise<Response> {
    this.calls.push(request.clone());
    const answer = this.answers.get(nameOf(request));
    return answer ? answer(request) : problem({ status: 500, title: `unexpected ${nameOf(request)}` });
  }
}

let serial = 0;

export function token(userId = 'u-1', expiresIn = 900) {
  return {
    accessToken: `h.${btoa(JSON.stringify({ sub: userId }))}.${++serial}`,
    tokenType: 'Bearer',
    expiresIn,
  };
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

export function problem(details: Partial<Problem> & { status: number; title: string }): Response {
  return new Response(JSON.stringify({ type: 'urn:millrace:problem:test', ...details }), {
    status: details.status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

function nameOf(request: Request): string {
  return `${request.method} ${new URL(request.url).pathname}`;
}
