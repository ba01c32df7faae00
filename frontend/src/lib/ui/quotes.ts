const QUOTED = /(^|[\s(])(['"])([^'"\n]+)\2(?=$|[\s.,;:!?)])/g;
const APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;

/** The server writes straight quotes, as in a log. Screens show the curly quotes of our own texts. */
export function withCurlyQuotes(text: string): string {
  return text.replaceAll(QUOTED, '$1“$3”').replaceAll(APOSTROPHE, '’');
}
