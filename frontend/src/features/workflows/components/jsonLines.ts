import { parseExact } from '@/lib/json/exactJson';
import { texts } from '@/lib/texts';

const { json } = texts.workflows;

/** On which line of a JSON text each of its values stands, by the value's JSON Pointer (RFC 6901). Lines count from 1. */
export type Lines = ReadonlyMap<string, number>;

/** What is wrong with a text that is no JSON, and on which line. */
export class NotJson extends Error {
  override readonly name = 'NotJson';

  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** Reads a JSON text with the place of each value. Throws NotJson. */
export function readJson(text: string): { value: unknown; lines: Lines } {
  const lines = new Map<string, number>();
  new Reader(text, lines).readWhole();
  return { value: parseExact(text), lines };
}

/** The line of a value, or of the nearest one around it, for a value that is missing. */
export function lineOf(pointer: string, lines: Lines): number {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const line = lines.get(at);
    if (line !== undefined) {
      return line;
    }
  }
  return lines.get('') ?? 1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a JSON string must not have in it
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly lines: Map<string, number>,
  ) {}

  readWhole(): void {
    this.readValue('');
    this.skipSpace();
    if (this.at < this.text.length) {
      this.fail(json.after);
    }
  }

  private readValue(pointer: string): void {
    this.skipSpace();
    this.lines.set(pointer, this.line());
    if (this.take('{')) {
      this.readParts('}', () => this.readMember(pointer));
    } else if (this.take('[')) {
      this.readParts(']', (n) => this.readValue(`${pointer}/${n}`));
    } else if (this.match(STRING) === null && this.match(PLAIN) === null) {
      this.fail(this.at < this.text.length ? json.value : json.end);
    }
  }

  private readMember(pointer: string): void {
    this.skipSpace();
    const name = this.match(STRING);
    if (name === null) {
      this.fail(json.name);
    }
    this.skipSpace();
    if (!this.take(':')) {
      this.fail(json.colon);
    }
    const step = (JSON.parse(name) as string).replaceAll('~', '~0').replaceAll('/', '~1');
    this.readValue(`${pointer}/${step}`);
  }

  private readParts(end: string, readPart: (n: number) => void): void {
    this.skipSpace();
    if (this.take(end)) {
      return;
    }
    for (let n = 0; ; n++) {
      readPart(n);
      this.skipSpace();
      if (this.take(end)) {
        return;
      }
      if (!this.take(',')) {
        this.fail(json.comma(end));
      }
    }
  }

  private skipSpace(): void {
    this.match(SPACE);
  }

  private take(sign: string): boolean {
    const isThere = this.text[this.at] === sign;
    this.at += isThere ? 1 : 0;
    return isThere;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private line(): number {
    return this.text.slice(0, this.at).split('\n').length;
  }

  private fail(message: string): never {
    throw new NotJson(message, this.line());
  }
}
