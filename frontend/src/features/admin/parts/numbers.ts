import { adminTexts } from '../texts';

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const decimal = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** “1,234”, and “1.2M” from a hundred thousand on. */
export function amount(count: number): string {
  return count >= 100_000 ? compact.format(count) : plain.format(count);
}

/** An amount that the server counts only up to 100,000. */
export function cappedAmount(count: number): string {
  return count >= 100_000 ? '100,000+' : plain.format(count);
}

/** “12.5%” for a share from 0 to 1; a dash for none. */
export function share(part: number | null): string {
  return part === null ? adminTexts.none : percent.format(part);
}

export function rate(perMinute: number): string {
  return decimal.format(perMinute);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** “512 MB”, in powers of 1,024 as the Java virtual machine counts. */
export function bytes(count: number): string {
  const power = count < 1 ? 0 : Math.min(Math.floor(Math.log2(count) / 10), UNITS.length - 1);
  return `${decimal.format(count / 1024 ** power)} ${UNITS[power]}`;
}
