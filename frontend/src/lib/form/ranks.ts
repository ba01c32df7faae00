import { compare, type Decimal, decimalOf, isMultiple, isWhole } from '@/lib/json/decimal';
import { digitsOf, hasExactNumber, isExactNumber } from '@/lib/json/exactJson';

type Node = Record<string, unknown>;

const BOUNDS = new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']);
const VALUES = new Set(['enum', 'const']);
/** Keywords whose members are named schemas. */
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

interface Numbers {
  /** Returns the substitute for a number. */
  rankOf: (number: unknown) => number;
  /** The substitutes for numbers in the data that are no multiples. */
  noMultiplesOf: (divisor: unknown) => number[];
}

/**
 * Schema and data for an interpreter that knows only JavaScript's numbers. If these cannot hold some number, ranks
 * replace all numbers in both. Ranks keep order, equality and integers. They cannot keep `multipleOf`, so a list of the
 * numbers that are no multiples replaces it.
 */
export function comparable(schema: unknown, data: unknown): { schema: unknown; data: unknown } {
  if (!hasExactNumber(schema) && !hasExactNumber(data)) {
    return { schema, data };
  }
  const inSchema = new Set<unknown>();
  inRules(schema, { rankOf: (number) => inSchema.add(number).size, noMultiplesOf: () => [] });
  const inData = new Set<unknown>();
  inValue(data, (number) => inData.add(number).size);
  const numbers = ranked(inSchema, inData);
  return { schema: inRules(schema, numbers), data: inValue(data, numbers.rankOf) };
}

function ranked(inSchema: Set<unknown>, inData: Set<unknown>): Numbers {
  const sorted = [...inSchema, ...inData].map(exactly).sort(compare);
  const ranks = new Map<string, number>();
  for (const decimal of sorted) {
    if (!ranks.has(keyOf(decimal))) {
      ranks.set(keyOf(decimal), ranks.size + (isWhole(decimal) ? 0 : 0.5));
    }
  }
  const rankOf = (number: unknown) => ranks.get(keyOf(exactly(number))) ?? Number.NaN;
  return {
    rankOf,
    noMultiplesOf: (divisor) =>
      [...inData].filter((number) => !isMultiple(exactly(number), exactly(divisor))).map(rankOf),
  };
}

function inRules(schema: unknown, numbers: Numbers): unknown {
  if (Array.isArray(schema)) {
    return schema.map((part) => inRules(part, numbers));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const { multipleOf, ...rest } = schema as Node;
  const rules = mapped(rest, (keyword, part) => {
    if (VALUES.has(keyword) || (BOUNDS.has(keyword) && isNumber(part))) {
      return inValue(part, numbers.rankOf);
    }
    return NAMED.has(keyword) ? inNamed(part, numbers) : inRules(part, numbers);
  });
  const none = isNumber(multipleOf) ? numbers.noMultiplesOf(multipleOf) : [];
  return none.length === 0 ? rules : { ...rules, not: withoutThose(none, rules.not) };
}

function withoutThose(none: number[], not: unknown): Node {
  return not === undefined ? { enum: none } : { anyOf: [{ enum: none }, not] };
}

function inNamed(part: unknown, numbers: Numbers): unknown {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
    ? mapped(part as Node, (_name, schema) => inRules(schema, numbers))
    : part;
}

function inValue(value: unknown, rankOf: (number: unknown) => number): unknown {
  if (isNumber(value)) {
    return rankOf(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => inValue(item, rankOf));
  }
  return typeof value === 'object' && value !== null
    ? mapped(value as Node, (_name, member) => inValue(member, rankOf))
    : value;
}

function mapped(node: Node, change: (name: string, part: unknown) => unknown): Node {
  return Object.fromEntries(Object.entries(node).map(([name, part]) => [name, change(name, part)]));
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || isExactNumber(value);
}

function exactly(number: unknown): Decimal {
  return decimalOf(String(digitsOf(number)));
}

function keyOf({ negative, digits, exponent }: Decimal): string {
  return `${negative ? '-' : ''}${digits}e${exponent}`;
}
