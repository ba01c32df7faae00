import type { ErrorSchema, RJSFSchema, RJSFValidationError, UiSchema } from '@rjsf/utils';
import type { Fault } from '@/lib/api/problem';
import { asSentence, formTexts } from './texts';

type Parameters = Record<string, unknown>;

const LONG_TEXT = 1000;

/** How the fields of a schema are best shown: long texts in an area, numbers as they are typed. */
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
      // A number out of bounds is told, not changed behind the person's back.
      ui[name] = { 'ui:options': { clampBehavior: 'none' } };
    }
  }
  return ui;
}

/** The server's remarks about parameters, in the shape in which the form takes them. */
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

/** The errors, each with the name of its field. */
export function remarkOf({ property = '', message = '' }: RJSFValidationError, schema: RJSFSchema): string {
  const steps = [...property.matchAll(/\['((?:[^'\\]|\\.)*)'\]|\.([^.[]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll("\\'", "'") ?? plain ?? '',
  );
  return formTexts.unfitAt(nameOf(steps, schema), message);
}

/** The server's remarks about parameters for which the form has no field. */
export function remarksWithoutField(faults: Fault[], schema: RJSFSchema): string[] {
  return faults
    .filter(({ pointer }) => pointer.startsWith('/parameters/'))
    .map(({ pointer, detail }) => ({ steps: stepsOf(pointer).slice(1), detail }))
    .filter(({ steps: [name = ''] }) => schema.properties?.[name] === undefined)
    .map(({ steps, detail }) => formTexts.unfitAt(nameOf(steps, schema), asSentence(detail)));
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
