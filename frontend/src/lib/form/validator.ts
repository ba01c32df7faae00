import {
  format,
  type OutputUnit,
  type Schema,
  type ValidationResult,
  Validator,
} from '@cfworker/json-schema';
import {
  type CustomValidator,
  createErrorHandler,
  type ErrorTransformer,
  getDefaultFormState,
  type RJSFSchema,
  type RJSFValidationError,
  toErrorSchema,
  type UiSchema,
  unwrapErrorHandler,
  type ValidationData,
  type ValidatorType,
  validationDataMerge,
} from '@rjsf/utils';
import { digitsOf } from '@/lib/json/exactJson';

import { compiles, formats } from './formats';
import { comparable } from './ranks';
import { stepsOf } from './schemaForm';
import { formTexts } from './texts';

type Node = Record<string, unknown>;

// The library looks up its formats here. The server's formats replace its own.
for (const name of Object.keys(format)) {
  delete format[name];
}
Object.assign(format, formats);

/** Keywords whose error only reports an error within them. */
const FRAMES = new Set([
  'properties',
  'items',
  'prefixItems',
  'allOf',
  'additionalItems',
  '$ref',
  'dependentSchemas',
]);

/**
 * Checks form data by interpreting the JSON Schema. The form library's usual validator compiles schemas to code, which
 * the content security policy forbids.
 */
class InterpretingValidator implements ValidatorType {
  validateFormData(
    formData: unknown,
    schema: RJSFSchema,
    customValidate?: CustomValidator,
    transformErrors?: ErrorTransformer,
    uiSchema?: UiSchema,
  ): ValidationData<unknown> {
    const { errors: raw = [] } = this.rawValidation<RJSFValidationError>(schema, formData);
    const errors = transformErrors ? transformErrors(raw, uiSchema) : raw;
    const found = { errors, errorSchema: toErrorSchema(errors) };
    if (!customValidate) {
      return found;
    }
    const data = getDefaultFormState(this, schema, formData, schema, true) as Node;
    const own = unwrapErrorHandler(
      customValidate(data, createErrorHandler(data), uiSchema, found.errorSchema),
    );
    return validationDataMerge(found, own);
  }

  isValid(schema: RJSFSchema, formData: unknown, rootSchema: RJSFSchema): boolean {
    try {
      const { $defs, definitions } = rootSchema;
      return check({ $defs, definitions, ...schema }, formData).valid;
    } catch {
      return false;
    }
  }

  rawValidation<Result>(schema: RJSFSchema, formData?: unknown): { errors?: Result[] } {
    return {
      errors: leaves(faultsIn(schema, formData)).map((fault) => asFormError(fault, schema)) as Result[],
    };
  }
}

export const validator = new InterpretingValidator();
export default validator;

/** Empty if the library cannot interpret the schema; then the server reports the errors. */
function faultsIn(schema: RJSFSchema, formData: unknown): OutputUnit[] {
  try {
    return check(schema, formData).errors;
  } catch {
    return [];
  }
}

function check(schema: RJSFSchema, formData: unknown): ValidationResult {
  const { schema: rules, data } = comparable(present(schema), present(formData));
  return new Validator(withoutBrokenPatterns(rules) as Schema, '2020-12', false).validate(data);
}

/** The value as JSON carries it, without undefined members. */
function present(value: unknown): unknown {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value));
}

/** Removes patterns that this browser cannot compile, which would silently block every submission. */
function withoutBrokenPatterns(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(withoutBrokenPatterns);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const { pattern, ...rest } = schema as Node;
  const kept = Object.fromEntries(
    Object.entries(rest).map(([name, part]) => [name, withoutBrokenPatterns(part)]),
  );
  return typeof pattern === 'string' && !compiles(pattern)
    ? kept
    : { ...kept, ...(pattern !== undefined && { pattern: withoutBrokenPatterns(pattern) }) };
}

function leaves(faults: OutputUnit[]): OutputUnit[] {
  return faults.filter(({ keyword }) => !FRAMES.has(keyword));
}

function asFormError(fault: OutputUnit, schema: RJSFSchema): RJSFValidationError {
  const keywordLocation = statedLocation(fault, schema);
  const keyword = keywordLocation === fault.keywordLocation ? fault.keyword : 'multipleOf';
  const steps = stepsOf(fault.instanceLocation.replace(/^#/, '').replaceAll('%25', '%'));
  const missing = keyword === 'required' ? /"([^"]+)"/.exec(fault.error)?.[1] : undefined;
  const path = missing === undefined ? steps : [...steps, missing];
  const message = messageFor(keyword, digitsOf(limitAt(schema, keywordLocation)));
  const property = path.map((step) => `['${step.replaceAll("'", "\\'")}']`).join('') || '.';
  return { name: keyword, message, property, stack: message, schemaPath: keywordLocation };
}

/** The keyword's place in the schema. A generated `not` stands for its `multipleOf`. */
function statedLocation({ keyword, keywordLocation }: OutputUnit, schema: RJSFSchema): string {
  return keyword === 'not' && limitAt(schema, keywordLocation) === undefined
    ? keywordLocation.replace(/not$/, 'multipleOf')
    : keywordLocation;
}

/** The schema's value of a keyword, such as the 16 of “minimum: 16”. */
function limitAt(schema: RJSFSchema, location: string): unknown {
  return stepsOf(location.replace(/^#/, '')).reduce<unknown>(
    (node, step) => (typeof node === 'object' && node !== null ? (node as Node)[step] : undefined),
    schema,
  );
}

function messageFor(keyword: string, limit: unknown): string {
  const { faults } = formTexts;
  switch (keyword) {
    case 'required':
      return faults.required;
    case 'type':
      return faults.type(String(Array.isArray(limit) ? limit[0] : limit));
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'multipleOf':
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'format':
      return faults[keyword](limit);
    case 'uniqueItems':
    case 'pattern':
    case 'enum':
      return faults[keyword];
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return faults.additional;
    default:
      return faults.other;
  }
}
