import { withCurlyQuotes } from '@/lib/ui/quotes';

/** Texts of forms that are drawn from a JSON Schema. */
export const formTexts = {
  faults: {
    required: 'This field is required.',
    type: (type: string) => `This must be ${typeNames[type] ?? type}.`,
    minimum: (least: unknown) => `This must be ${least} or more.`,
    maximum: (most: unknown) => `This must be ${most} or less.`,
    exclusiveMinimum: (bound: unknown) => `This must be more than ${bound}.`,
    exclusiveMaximum: (bound: unknown) => `This must be less than ${bound}.`,
    multipleOf: (step: unknown) => `This must be a multiple of ${step}.`,
    minLength: (least: unknown) =>
      least === 1 ? 'This must not be empty.' : `Use at least ${least} characters.`,
    maxLength: (most: unknown) => `Use at most ${most} characters.`,
    minItems: (least: unknown) => `Add at least ${least} items.`,
    maxItems: (most: unknown) => `Use at most ${most} items.`,
    uniqueItems: 'Each item must be unique.',
    pattern: 'This does not have the expected format.',
    format: (format: unknown) => `This is not a valid ${format}.`,
    enum: 'Choose one of the options.',
    additional: 'Unknown property.',
    other: 'This value is not allowed.',
  },
  noParameters: 'This task takes no parameters.',
  priority: 'Priority',
  priorityHelp: '0 to 9; higher goes first.',
  invalid: 'Correct these fields first',
  errorAt: (field: string, message: string) => (field ? `${field}: ${message}` : message),
  loadingForm: 'Loading the form',
};

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Makes a sentence of a server message such as “must not be empty”. */
export function asSentence(remark: string): string {
  const started = withCurlyQuotes(remark.charAt(0).toUpperCase() + remark.slice(1));
  return /[.!?]$/.test(started) ? started : `${started}.`;
}
