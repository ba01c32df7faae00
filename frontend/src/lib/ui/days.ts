/** The server takes times within these years, in UTC. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The start of a day in the reader's zone, such as 2026-01-31, or of one some days later; undefined for other texts.
 * Days outside the server's years start at the first or last time of these.
 */
export function startOfDay(day: string, after = 0): string | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!parts) {
    return undefined;
  }
  // The constructor would take the years 0 to 99 for 1900 to 1999.
  const start = new Date(2000, 0, 1);
  start.setFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + after);
  return new Date(Math.min(Math.max(start.getTime(), EARLIEST), LATEST)).toISOString();
}
