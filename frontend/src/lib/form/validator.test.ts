import type { RJSFSchema } from '@rjsf/utils';
import { expect, test } from 'vitest';
import { parseExact } from '@/lib/json/exactJson';
import { faultsAsErrors } from './schemaForm';
import { formTexts } from './texts';
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

test('valid data has no errors', () => {
  expect(validator.validateFormData({ text: 'mill', count: 3 }, schema).errors).toEqual([]);
});

test.each([
  [{}, { text: { __errors: [formTexts.faults.required] } }],
  [{ text: undefined }, { text: { __errors: [formTexts.faults.required] } }],
  [{ text: '' }, { text: { __errors: [formTexts.faults.minLength(1)] } }],
  [{ text: 'too long' }, { text: { __errors: [formTexts.faults.maxLength(5)] } }],
  [{ text: 'm', count: 0 }, { count: { __errors: [formTexts.faults.minimum(1)] } }],
  [{ text: 'm', count: 'one' }, { count: { __errors: [formTexts.faults.type('integer')] } }],
  [
    { text: 'm', 'a/b': { deep: ['x', 'y'] } },
    { 'a/b': { deep: { 1: { __errors: [formTexts.faults.enum] } } } },
  ],
])('%j is told at its field', (data, expected) => {
  expect(errorsOf(data)).toEqual(expected);
});

test('a reference into the root schema is followed', () => {
  const root: RJSFSchema = { $defs: { short: { type: 'string', maxLength: 2 } } };
  expect(validator.isValid({ $ref: '#/$defs/short' }, 'ab', root)).toBe(true);
  expect(validator.isValid({ $ref: '#/$defs/short' }, 'abc', root)).toBe(false);
});

const manyDigits = parseExact(`{
  "type": "object",
  "properties": {
    "order": { "type": "integer", "minimum": 1, "maximum": 9223372036854775807 },
    "share": { "type": "number", "exclusiveMaximum": 0.10000000000000000001 },
    "cents": { "type": "number", "multipleOf": 0.01 },
    "batch": { "enum": [9007199254740992, 9007199254740993] },
    "list": { "type": "array", "minItems": 2, "uniqueItems": true }
  }
}`) as RJSFSchema;

test.each([
  ['{"order": 9223372036854775807, "cents": 12345678901234567.89, "batch": 9007199254740993}'],
  ['{"order": 1, "share": 0.1, "list": [9007199254740992, 9007199254740993]}'],
])('%s is valid to the last digit', (data) => {
  expect(validator.validateFormData(parseExact(data), manyDigits).errors).toEqual([]);
});

test.each([
  ['{"order": 9223372036854775808}', 'order', formTexts.faults.maximum('9223372036854775807')],
  ['{"order": 9007199254740993.5}', 'order', formTexts.faults.type('integer')],
  ['{"share": 0.10000000000000000001}', 'share', formTexts.faults.exclusiveMaximum('0.10000000000000000001')],
  ['{"cents": 12345678901234567.891}', 'cents', formTexts.faults.multipleOf(0.01)],
  ['{"batch": 9007199254740994}', 'batch', formTexts.faults.enum],
  ['{"list": [9007199254740993]}', 'list', formTexts.faults.minItems(2)],
  ['{"list": [9007199254740993, 9007199254740993.0]}', 'list', formTexts.faults.uniqueItems],
])('%s is invalid by one digit', (data, name, message) => {
  const { errorSchema } = validator.validateFormData(parseExact(data), manyDigits);
  expect(errorSchema).toEqual({ [name]: { __errors: [message] } });
});

test('the server’s pointers become field names of the form', () => {
  expect(faultsAsErrors([{ pointer: '/parameters/a~1b/deep/1', detail: 'must be x' }])).toEqual({
    'a/b': { deep: { 1: { __errors: ['Must be x.'] } } },
  });
});
