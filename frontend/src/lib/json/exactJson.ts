import { compare, decimalOf } from './decimal';

/**
 * JSON whose numbers keep every digit. A number that a JavaScript number cannot hold, such as 12345678901234567.89, is a
 * text with a mark before it. Code can compare, copy and store it like any other value. The mark is random for each
 * page load, so that no other text has it.
 */
const MARK = `\uE000${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('')}:`;

const NUMBER = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const WHOLE_NUMBER = new RegExp(`^${NUMBER}$`);
const MARKED = new RegExp(`"${MARK}(${NUMBER})"`, 'g');
const STRINGS_AND_NUMBERS = new RegExp(`"(?:[^"\\\\]|\\\\.)*"|${NUMBER}`, 'g');

/** Only numbers of this form may lose digits as JavaScript numbers. */
const SUSPICIOUS = /\d[\d.]{15}|\d[eE]/;

/** Reads a JSON text. Throws a SyntaxError as JSON.parse does. */
export function parseExact(text: string): unknown {
  return JSON.parse(markExact(text));
}

/** A JSON text in which each number that would lose digits is a marked text. */
export function markExact(text: string): string {
  return SUSPICIOUS.test(text)
    ? text.replaceAll(STRINGS_AND_NUMBERS, (token) =>
        token.startsWith('"') || isHeld(token) ? token : `"${MARK}${token}"`,
      )
    : text;
}

/** Writes a value of parseExact as JSON; undefined for undefined. */
export function writeExact(value: unknown, indent?: number): string | undefined {
  return JSON.stringify(value, null, indent)?.replaceAll(MARKED, '$1');
}

/** True for a number that only its text can hold. */
export function isExactNumber(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(MARK);
}

/** The digits of such a number; any other value unchanged. */
export function digitsOf<T>(value: T): T | string {
  return isExactNumber(value) ? value.slice(MARK.length) : value;
}

/** A number as it was written: a JavaScript number if that holds it; the text itself if it is no number. */
export function numberOf(written: string): number | string {
  if (!WHOLE_NUMBER.test(written)) {
    return written;
  }
  return isHeld(written) ? Number(written) : `${MARK}${written}`;
}

/** True if a value contains a number that only its text can hold. */
export function hasExactNumber(value: unknown): boolean {
  return JSON.stringify(value)?.includes(MARK) === true;
}

function isHeld(number: string): boolean {
  const held = Number(number);
  return Number.isFinite(held) && compare(decimalOf(String(held)), decimalOf(number)) === 0;
}
