import type { ErrorSchema, RJSFSchema, RJSFValidationError, UiSchema } from '@rjsf/utils';
import type { Fault } from '@/lib/api/problem';
import { asSentence, formTexts } from './texts';

type Parameters = Record<string, unknown>;

const LONG_TEXT = 1000;

/** The presentation of a schema's fields: long texts in a text area, numbers without clamping. */
export function uiFor(schema: RJSFSchema): UiSchema {
  const ui: UiSchema = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (typeof property === 'boolean') {
      continue;
    }
    if (property.type === 'string' && !property.format && (property.maxLength ?? 0) > LONG_TEXT) {
      ui[name] = { 'ui:widget': 'textarea', 'ui:options': { rows: 8 } };
    }
    if (property.type === 'number' || property.type === 'integer') {
      // The form reports a number out of bounds and never changes it silently.
      ui[name] = { 'ui:options': { clampBehavior: 'none' } };
    }
  }
  return ui;
}

/** The server's errors about parameters, in the form library's shape. */
export function faultsAsErrors(faults: Fault[]): ErrorSchema<Parameters> {
  const errors: ErrorSchema<Parameters> = {};
  for (const { pointer, detail } of faults) {
    let place: Record<string, unknown> = errors;
    for (const step of stepsOf(pointer).slice(1)) {
      place[step] ??= {};
      place = place[step] as Record<string, unknown>;
    }
    place.__errors = [...((place.__errors as string[] | undefined) ?? []), asSentence(detail)];
  }
  return errors;
}

/** The message of an error, with the name of its field. */
export function messageOf({ property = '', message = '' }: RJSFValidationError, schema: RJSFSchema): string {
  const steps = [...property.matchAll(/\['((?:[^'\\]|\\.)*)'\]|\.([^.[]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll("\\'", "'") ?? plain ?? '',
  );
  return formTexts.errorAt(nameOf(steps, schema), message);
}

/** The server's errors about parameters for which the form has no field. */
export function messagesWithoutField(faults: Fault[], schema: RJSFSchema): string[] {
  return faults
    .filter(({ pointer }) => pointer.startsWith('/parameters/'))
    .map(({ pointer, detail }) => ({ steps: stepsOf(pointer).slice(1), detail }))
    .filter(({ steps: [name = ''] }) => schema.properties?.[name] === undefined)
    .map(({ steps, detail }) => formTexts.errorAt(nameOf(steps, schema), asSentence(detail)));
}

function nameOf(steps: string[], schema: RJSFSchema): string {
  let place: unknown = schema;
  return steps
    .map((step) => {
      const { properties, items } = (place ?? {}) as RJSFSchema;
      place = properties?.[step] ?? items;
      return (place as RJSFSchema | undefined)?.title ?? step;
    })
    .join(' › ');
}

/** The steps of a JSON Pointer (RFC 6901). */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
