/** The start, in the reader's zone, of a day such as 2026-01-31 or of one some days later; undefined if it is no day. */
export function startOfDay(day: string, after = 0): string | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  return parts
    ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + after).toISOString()
    : undefined;
}
