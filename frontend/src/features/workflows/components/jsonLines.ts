import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { parseExact } from '@/lib/json/exactJson';
import { texts } from '../texts';

const { json } = texts;

/** Without these options, jsonc-parser also accepts comments and trailing commas, which the server rejects. */
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** The line of each value in a JSON text, by the value's JSON Pointer (RFC 6901). Lines count from 1. */
export type Lines = ReadonlyMap<string, number>;

/** The text is not JSON: its first error, and the line that has it. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';

  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** Reads a JSON text, with every digit of its numbers, and the line of each value. Throws JsonSyntaxError. */
export function parseJson(text: string): { value: unknown; lines: Lines } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  const [first] = errors;
  if (first || !root) {
    throw new JsonSyntaxError(first ? messageOf(first, text) : json.end, lineAt(first?.offset ?? 0, text));
  }
  const lines = new Map<string, number>();
  addLines(root, '', text, lines);
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

function addLines(
  { type, offset, children = [] }: Node,
  pointer: string,
  text: string,
  lines: Map<string, number>,
) {
  lines.set(pointer, lineAt(offset, text));
  children.forEach((child, index) => {
    if (type === 'array') {
      addLines(child, `${pointer}/${index}`, text, lines);
      return;
    }
    const [name, value] = child.children ?? [];
    if (name && value) {
      addLines(value, `${pointer}/${escaped(name.value)}`, text, lines);
    }
  });
}

/** A member's name as a step of a JSON Pointer. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function lineAt(offset: number, text: string): number {
  return text.slice(0, offset).split('\n').length;
}

function messageOf({ error, offset }: ParseError, text: string): string {
  if (offset >= text.length) {
    return json.end;
  }
  switch (printParseErrorCode(error)) {
    case 'PropertyNameExpected':
      return json.name;
    case 'ColonExpected':
      return json.colon;
    case 'CommaExpected':
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return json.comma;
    case 'EndOfFileExpected':
      return json.after;
    case 'InvalidCommentToken':
      return json.comment;
    case 'UnexpectedEndOfString':
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
    case 'InvalidCharacter':
      return json.string;
    default:
      return json.value;
  }
}
