import { expect, test } from 'vitest';
import {
  digitsOf,
  hasExactNumber,
  isExactNumber,
  markExact,
  numberOf,
  parseExact,
  writeExact,
} from './exactJson';

test.each([
  '12345678901234567.89',
  '9007199254740993',
  '-9223372036854775808',
  '0.1000000000000000055511151231257827',
  '1e400',
  '123456789012345678901234567890',
  '5e-400',
])('%s keeps every digit from a response to the next request', (number) => {
  const text = `{"list":[${number}],"text":"${number}"}`;
  const value = parseExact(text) as { list: unknown[]; text: string };

  expect(isExactNumber(value.list[0])).toBe(true);
  expect(digitsOf(value.list[0])).toBe(number);
  expect(value.text).toBe(number);
  expect(writeExact(value)).toBe(text);
});

test.each([
  ['0', 0],
  ['-0.50', -0.5],
  ['0.1', 0.1],
  ['9007199254740992', 9007199254740992],
  ['100000000000000000000', 1e20],
  ['1.5e3', 1500],
  ['1E+2', 100],
  ['0.000000000000000000001', 1e-21],
])('%s is a JavaScript number', (text, number) => {
  expect(parseExact(text)).toBe(number);
  expect(numberOf(text)).toBe(number);
});

test('texts stay unchanged, whatever they contain', () => {
  const value = { 'a"12345678901234567890': 'x\\', b: '\\" 12345678901234567890', c: ['1e999', '\\'] };
  expect(parseExact(JSON.stringify(value))).toEqual(value);
  expect(writeExact(value)).toBe(JSON.stringify(value));
});

test('invalid JSON is still rejected', () => {
  expect(() => parseExact('{"a": 12345678901234567890')).toThrow(SyntaxError);
  expect(() => parseExact('012345678901234567890')).toThrow(SyntaxError);
});

test('a text without long numbers is returned as it is', () => {
  const text = '{"a":1,"b":"mill"}';
  expect(markExact(text)).toBe(text);
});

test('typed text becomes a number if it is one', () => {
  expect(numberOf('12.')).toBe('12.');
  expect(numberOf('')).toBe('');
  expect(digitsOf(numberOf('12345678901234567890'))).toBe('12345678901234567890');
});

test('a number that only text can hold is found at any depth', () => {
  expect(hasExactNumber({ a: [numberOf('12345678901234567890')] })).toBe(true);
  expect(hasExactNumber({ a: [1, 'mill', null] })).toBe(false);
  expect(hasExactNumber(undefined)).toBe(false);
  expect(writeExact(undefined)).toBeUndefined();
});
