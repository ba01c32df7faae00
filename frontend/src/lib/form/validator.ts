import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
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
import { texts } from '../texts';
import { stepsOf } from './schemaForm';

type Node = Record<string, unknown>;

/** Keywords whose fault only says that something inside them has one. */
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
      return interpreted({ $defs, definitions, ...schema }).validate(present(formData)).valid;
    } catch {
      return false;
    }
  }

  rawValidation<Result>(schema: RJSFSchema, formData?: unknown): { errors?: Result[] } {
    const { errors } = interpreted(schema).validate(present(formData));
    return { errors: leaves(errors).map((fault) => asFormError(fault, schema)) as Result[] };
  }
}

export const validator = new InterpretingValidator();
export default validator;

function interpreted(schema: RJSFSchema): Validator {
  return new Validator(present(schema) as Schema, '2020-12', false);
}

/** As JSON would carry it: without what is undefined. */
function present(value: unknown): unknown {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value));
}

function leaves(faults: OutputUnit[]): OutputUnit[] {
  return faults.filter(({ keyword }) => !FRAMES.has(keyword));
}

function asFormError(fault: OutputUnit, schema: RJSFSchema): RJSFValidationError {
  const { keyword } = fault;
  const steps = stepsOf(fault.instanceLocation.replace(/^#/, '').replaceAll('%25', '%'));
  const missing = keyword === 'required' ? /"([^"]+)"/.exec(fault.error)?.[1] : undefined;
  const path = missing === undefined ? steps : [...steps, missing];
  const message = messageFor(keyword, limitAt(schema, fault.keywordLocation));
  const property = path.map((step) => `['${step.replaceAll("'", "\\'")}']`).join('') || '.';
  return { name: keyword, message, property, stack: message, schemaPath: fault.keywordLocation };
}

/** What the schema says at the keyword, such as the 16 of “minimum: 16”. */
function limitAt(schema: RJSFSchema, location: string): unknown {
  return stepsOf(location.replace(/^#/, '')).reduce<unknown>(
    (node, step) => (typeof node === 'object' && node !== null ? (node as Node)[step] : undefined),
    schema,
  );
}

function messageFor(keyword: string, limit: unknown): string {
  const { faults } = texts;
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
