import { expect, test } from 'vitest';
import { isReady, parseEvents } from './events';

test.each(['session', 'connection'])('dev.millrace.%s.ready opens a connection', (name) => {
  const [event] = parseEvents(JSON.stringify({ type: `dev.millrace.${name}.ready`, data: {} }));

  expect(event !== undefined && isReady(event)).toBe(true);
});
