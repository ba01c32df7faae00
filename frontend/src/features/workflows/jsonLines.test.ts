import { expect, test } from 'vitest';
import { writeExact } from '@/lib/json/exactJson';
import { faultsIn } from './components/definition';
import { JsonSyntaxError, lineOf, parseJson } from './components/jsonLines';

const TEXT = `{
  "name": "There",
  "tasks": [
    {"id": "a/b", "needs": [1,
      2]},
    {
      "x": null
    }
  ]
}`;

test('each value has its line', () => {
  const { value, lines } = parseJson(TEXT);
  expect(value).toEqual(JSON.parse(TEXT));
  expect([...lines]).toEqual([
    ['', 1],
    ['/name', 2],
    ['/tasks', 3],
    ['/tasks/0', 4],
    ['/tasks/0/id', 4],
    ['/tasks/0/needs', 4],
    ['/tasks/0/needs/0', 4],
    ['/tasks/0/needs/1', 5],
    ['/tasks/1', 6],
    ['/tasks/1/x', 7],
  ]);
  expect(lineOf('/tasks/1/missing/deep', lines)).toBe(6);
});

test.each([
  ['', 1],
  ['{\n"a": 1,\n}', 3],
  ['{\n"a" 1}', 2],
  ['[1\n2]', 2],
  ['{}\n\n{}', 3],
  ['["\n"]', 1],
  ['{"a":\n tru}', 2],
])('%j is invalid JSON with an error on line %i', (text, line) => {
  expect(() => parseJson(text)).toThrow(JsonSyntaxError);
  try {
    parseJson(text);
  } catch (error) {
    expect((error as JsonSyntaxError).line).toBe(line);
  }
});

test.each([
  ['[1, // one\n2]', 'JSON allows no comments.'],
  ['[1, 2,]', 'Expected a JSON value.'],
  ['[01]', 'Expected a comma or a closing bracket.'],
  ['["\\x"]', 'This is not a valid JSON string.'],
  ['{"a": 1', 'The JSON text ends too early.'],
  ['{a: 1}', 'Expected a JSON value.'],
  ['{"a": 1} 2', 'Nothing may follow the end of the JSON value.'],
])('%j is rejected as JSON.parse rejects it: %s', (text, message) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(() => parseJson(text)).toThrow(message);
});

test('numbers keep every digit', () => {
  const { value } = parseJson('[12345678901234567.89]');
  expect(writeExact(value)).toBe('[12345678901234567.89]');
});

test('the errors of a workflow point to their places', () => {
  const tasks = [{ id: 'a', type: 'count' }, { id: 'a', type: 'weave', needs: ['b'] }, 7];
  expect(faultsIn({ name: '', tasks }, ['count']).map(({ pointer }) => pointer)).toEqual([
    '/name',
    '/tasks/1/id',
    '/tasks/1/type',
    '/tasks/1/needs/0',
    '/tasks/2',
  ]);
  expect(faultsIn([], undefined)[0]?.pointer).toBe('');
});
