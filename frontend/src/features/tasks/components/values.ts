import { digitsOf, isExactNumber, writeExact } from '@/lib/json/exactJson';
import { texts } from '../texts';

export type Plain = string | number | boolean | null;
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPlain(value: unknown): value is Plain {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

export function isImage(value: unknown): value is string {
  return typeof value === 'string' && /^data:image\/[a-z0-9.+-]+[;,]/i.test(value);
}

/** A list whose entries are all flat objects: best read as a table. */
export function isTable(value: unknown): value is Fields[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => isFields(row) && Object.values(row).every(isPlain))
  );
}

export function columnsOf(rows: Fields[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** “reversedText” and “min_value” as people write them. */
export function humanName(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function plainText(value: Plain): string {
  if (value === null) {
    return texts.value.none;
  }
  if (typeof value === 'boolean') {
    return value ? texts.value.yes : texts.value.no;
  }
  return typeof value === 'number' || isExactNumber(value) ? grouped(String(digitsOf(value))) : value;
}

/** A number with commas between the thousands, and every digit. */
function grouped(number: string): string {
  const [, whole, rest = ''] = /^(-?\d+)(\.\d+)?$/.exec(number) ?? [];
  return whole === undefined ? number : whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + rest;
}

/** A short text for any value. */
export function inShort(value: unknown): string {
  if (Array.isArray(value)) {
    return texts.value.items(value.length);
  }
  return isPlain(value) ? plainText(value) : texts.value.fields(Object.keys(value as Fields).length);
}

/** JSON for reading: long texts such as images are cut. */
export function readableJson(value: unknown): string {
  return writeExact(withShortImages(value), 2) ?? '';
}

function withShortImages(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withShortImages);
  }
  if (isFields(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withShortImages(part)]));
  }
  return isImage(value) ? `${value.slice(0, 60)}…` : value;
}

/** A file into which a value can be saved. */
interface Download {
  name: string;
  /** The extension of its name in capitals, such as PNG. */
  ending: string;
  href: string;
}

/** The files of a value: its pictures, and all of it as JSON. */
export function downloadsOf(value: unknown, fileName: string): Download[] {
  const pictures = (isFields(value) ? Object.values(value) : [value]).filter(isImage).map((picture, n) => {
    const ending = /^data:image\/([a-z0-9]+)/i.exec(picture)?.[1] ?? 'img';
    return {
      name: `${fileName}${n === 0 ? '' : `-${n + 1}`}.${ending}`,
      ending: n === 0 ? ending.toUpperCase() : `${ending.toUpperCase()} ${n + 1}`,
      href: picture,
    };
  });
  const json = encodeURIComponent(writeExact(value, 2) ?? 'null');
  return [
    ...pictures,
    { name: `${fileName}.json`, ending: 'JSON', href: `data:application/json;charset=utf-8,${json}` },
  ];
}
