import { expect, test } from 'vitest';
import { compare, decimalOf, isMultiple, isWhole } from './decimal';

test.each([
  ['9007199254740993', '9007199254740992', 1],
  ['-9223372036854775809', '-9223372036854775808', -1],
  ['9223372036854775807', '9223372036854775807.0', 0],
  ['0.1', '0.10000000000000000001', -1],
  ['0', '-0.0', 0],
  ['0', '-1e-400', 1],
  ['1e999999999999', '1e999999999998', 1],
  ['12', '100', -1],
  ['-12', '-100', 1],
])('%s compared with %s is %i', (left, right, expected) => {
  expect(Math.sign(compare(decimalOf(left), decimalOf(right)))).toBe(expected);
  expect(Math.sign(compare(decimalOf(right), decimalOf(left)))).toBe(0 - expected);
});

test.each([
  ['12345678901234567890', true],
  ['1234567890123456789.5', false],
  ['1.50e1', true],
  ['1e-400', false],
])('that %s is whole is %s', (number, whole) => {
  expect(isWhole(decimalOf(number))).toBe(whole);
});

test.each([
  ['9007199254740993', '2', false],
  ['9007199254740994', '2', true],
  ['12345678901234567.89', '0.01', true],
  ['12345678901234567.891', '0.01', false],
  ['1e999999999999', '3', false],
  ['3e999999999999', '3', true],
  ['1e-999999999999', '3', false],
  ['0', '3', true],
])('that %s is a multiple of %s is %s', (number, of, multiple) => {
  expect(isMultiple(decimalOf(number), decimalOf(of))).toBe(multiple);
});
