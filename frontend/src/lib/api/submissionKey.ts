import { useRef } from 'react';

/**
 * Gives the key that makes a submission safe to send again, as after an answer that got lost. The same submission gets
 * the same key, so that the server recognises it. `forget` it once it is accepted.
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

/** Not randomUUID, which browsers keep from pages served without TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
