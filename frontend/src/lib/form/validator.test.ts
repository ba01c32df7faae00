import type { RJSFSchema } from '@rjsf/utils';
import { expect, test } from 'vitest';
import { texts } from '../texts';
import { faultsAsErrors } from './schemaForm';
import { validator } from './validator';

const schema: RJSFSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['text'],
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 5 },
    count: { type: 'integer', minimum: 1, maximum: 9 },
    'a/b': { type: 'object', properties: { deep: { type: 'array', items: { enum: ['x'] } } } },
  },
  additionalProperties: false,
};

const errorsOf = (data: unknown) => validator.validateFormData(data, schema).errorSchema;

test('data that fit have no faults', () => {
  expect(validator.validateFormData({ text: 'mill', count: 3 }, schema).errors).toEqual([]);
});

test.each([
  [{}, { text: { __errors: [texts.faults.required] } }],
  [{ text: undefined }, { text: { __errors: [texts.faults.required] } }],
  [{ text: '' }, { text: { __errors: [texts.faults.minLength(1)] } }],
  [{ text: 'too long' }, { text: { __errors: [texts.faults.maxLength(5)] } }],
  [{ text: 'm', count: 0 }, { count: { __errors: [texts.faults.minimum(1)] } }],
  [{ text: 'm', count: 'one' }, { count: { __errors: [texts.faults.type('integer')] } }],
  [{ text: 'm', 'a/b': { deep: ['x', 'y'] } }, { 'a/b': { deep: { 1: { __errors: [texts.faults.enum] } } } }],
])('%j is told at its field', (data, expected) => {
  expect(errorsOf(data)).toEqual(expected);
});

test('a reference into the root schema is followed', () => {
  const root: RJSFSchema = { $defs: { short: { type: 'string', maxLength: 2 } } };
  expect(validator.isValid({ $ref: '#/$defs/short' }, 'ab', root)).toBe(true);
  expect(validator.isValid({ $ref: '#/$defs/short' }, 'abc', root)).toBe(false);
});

test('the server’s pointers become the form’s places', () => {
  expect(faultsAsErrors([{ pointer: '/parameters/a~1b/deep/1', detail: 'must be x' }])).toEqual({
    'a/b': { deep: { 1: { __errors: ['Must be x.'] } } },
  });
});
