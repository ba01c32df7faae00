import { useRef } from 'react';

/**
 * Returns the idempotency key of a submission. The same content gets the same key, so that the server recognises a
 * repeat after a lost response. Call `forget` once the server has accepted it.
 */
export function useSubmissionKey() {
  const sent = useRef({ body: '', key: '' });
  return {
    keyFor(submission: unknown): string {
      const body = JSON.stringify(submission);
      if (sent.current.body !== body) {
        sent.current = { body, key: randomKey() };
      }
      return sent.current.key;
    },
    forget(): void {
      sent.current = { body: '', key: '' };
    },
  };
}

/** Browsers offer randomUUID only to pages served with TLS, so this uses random bytes. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
