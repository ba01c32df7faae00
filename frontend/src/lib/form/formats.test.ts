import { readFileSync } from 'node:fs';
import type { RJSFSchema } from '@rjsf/utils';
import { describe, expect, test } from 'vitest';
import { validator } from './validator';

interface Decided {
  accepted: string[];
  refused: string[];
}

interface Dialect {
  formats: Record<string, Decided>;
  formatsThatAreNotChecked: string[];
  patterns: (Decided & { pattern: string })[];
}

// The tests of the server and the worker read the same file.
const dialect = JSON.parse(
  readFileSync('../contract/src/test/resources/golden/dialect.json', 'utf8'),
) as Dialect;

const isAccepted = (property: RJSFSchema, text: string) =>
  validator.validateFormData({ text }, { type: 'object', properties: { text: property } }).errors.length ===
  0;

describe.each(Object.entries(dialect.formats))('the format %s', (format, { accepted, refused }) => {
  test.each(accepted)('accepts %j', (text) => {
    expect(isAccepted({ type: 'string', format }, text)).toBe(true);
  });

  test.each(refused)('rejects %j', (text) => {
    expect(isAccepted({ type: 'string', format }, text)).toBe(false);
  });
});

test.each(dialect.formatsThatAreNotChecked)('the format %s is not checked', (format) => {
  expect(isAccepted({ type: 'string', format }, '\u0000 no such thing')).toBe(true);
});

describe.each(dialect.patterns)('the pattern $pattern', ({ pattern, accepted, refused }) => {
  test('decides as the server does', () => {
    expect(accepted.filter((text) => !isAccepted({ type: 'string', pattern }, text))).toEqual([]);
    expect(refused.filter((text) => isAccepted({ type: 'string', pattern }, text))).toEqual([]);
  });
});

test('a pattern that does not compile blocks no submission: the server checks it', () => {
  expect(isAccepted({ type: 'string', pattern: '(?i)mill' }, 'anything')).toBe(true);
  expect(isAccepted({ type: 'string', pattern: '(?i)mill', maxLength: 3 }, 'anything')).toBe(false);
});
