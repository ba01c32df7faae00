import type { Schemas } from '@/lib/api/client';

/** An access token with its owner and expiry. */
export interface AccessToken {
  value: string;
  userId: string;
  /** Milliseconds since the epoch, by this machine's clock. */
  endsAt: number;
}

export function readToken(answer: Schemas['Token'], now: number): AccessToken {
  return {
    value: answer.accessToken,
    userId: subjectOf(answer.accessToken),
    endsAt: now + answer.expiresIn * 1000,
  };
}

function subjectOf(jwt: string): string {
  const payload = jwt.split('.')[1] ?? '';
  const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  return String((claims as { sub?: unknown }).sub);
}
