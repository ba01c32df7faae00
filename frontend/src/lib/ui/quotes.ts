const QUOTED = /(^|[\s(])(['"])([^'"\n]+)\2(?=$|[\s.,;:!?)])/g;
const APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;

/** The server writes straight quotes, as in a log. On a screen they become those that our own texts have. */
export function withCurlyQuotes(text: string): string {
  return text.replaceAll(QUOTED, '$1“$3”').replaceAll(APOSTROPHE, '’');
}
