/** Texts of forms that are drawn from a JSON Schema. */
export const formTexts = {
  faults: {
    required: 'Fill this in.',
    type: (type: string) => `This must be ${typeNames[type] ?? type}.`,
    minimum: (least: unknown) => `This must be ${least} or more.`,
    maximum: (most: unknown) => `This must be ${most} or less.`,
    exclusiveMinimum: (bound: unknown) => `This must be more than ${bound}.`,
    exclusiveMaximum: (bound: unknown) => `This must be less than ${bound}.`,
    multipleOf: (step: unknown) => `This must be a multiple of ${step}.`,
    minLength: (least: unknown) =>
      least === 1 ? 'This must not be empty.' : `Use at least ${least} characters.`,
    maxLength: (most: unknown) => `Use at most ${most} characters.`,
    minItems: (least: unknown) => `At least ${least} are needed.`,
    maxItems: (most: unknown) => `At most ${most} are allowed.`,
    uniqueItems: 'Each may stand here once only.',
    pattern: 'This does not have the expected form.',
    format: (format: unknown) => `This is not a valid ${format}.`,
    enum: 'Choose one of the offered values.',
    additional: 'This is not expected here.',
    other: 'This is not allowed here.',
  },
  noParameters: 'This task takes no parameters.',
  priority: 'Priority',
  priorityHelp: '0 to 9; higher goes first.',
  unfit: 'This cannot be sent yet',
  unfitAt: (field: string, remark: string) => (field ? `${field}: ${remark}` : remark),
  loadingForm: 'Loading the form',
};

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'an object',
};

/** Makes a sentence of a server's remark such as “must not be empty”. */
export function asSentence(remark: string): string {
  const started = remark.charAt(0).toUpperCase() + remark.slice(1);
  return /[.!?]$/.test(started) ? started : `${started}.`;
}
