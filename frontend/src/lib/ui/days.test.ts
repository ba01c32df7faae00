import { expect, test } from 'vitest';
import { startOfDay } from './days';

test('a day begins at midnight of the reader', () => {
  expect(startOfDay('2026-01-31')).toBe(new Date(2026, 0, 31).toISOString());
  expect(startOfDay('2026-01-31', 1)).toBe(new Date(2026, 1, 1).toISOString());
});

test.each(['', '2026', '2026-1-1', '12026-01-01', 'yesterday'])('%o is no day', (text) => {
  expect(startOfDay(text)).toBeUndefined();
});

test('the day after the last one of the server is its last time', () => {
  expect(startOfDay('9999-12-31', 1)).toBe('9999-12-31T23:59:59.999Z');
});

test.each(['0000-01-01', '0001-01-01', '0099-12-31'])('%s is a day of its own century', (day) => {
  expect(startOfDay(day)).toMatch(/^00\d\d-/);
});
