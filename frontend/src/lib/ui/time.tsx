import { Tooltip } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { uiTexts } from './texts';

const TICK = 10_000;
const exactly = new Intl.DateTimeFormat(uiTexts.locale, { dateStyle: 'medium', timeStyle: 'long' });
const shortly = new Intl.DateTimeFormat(uiTexts.locale, { dateStyle: 'medium', timeStyle: 'short' });
const withSeconds = new Intl.DateTimeFormat(uiTexts.locale, { dateStyle: 'medium', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat(uiTexts.locale, { timeStyle: 'medium' });
const relatively = new Intl.RelativeTimeFormat(uiTexts.locale, { numeric: 'auto' });
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** The reader's time zone, by name. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function relativeTime(at: number, now: number): string {
  const difference = at - now;
  for (const [unit, length] of STEPS) {
    if (Math.abs(difference) >= length) {
      return relatively.format(Math.trunc(difference / length), unit);
    }
  }
  if (Math.abs(difference) < TICK) {
    return uiTexts.time.now;
  }
  return relatively.format(Math.trunc(difference / TICK) * (TICK / 1000), 'second');
}

/** “03:30:05”, for lines that follow each other closely. */
export function clockTime(at: string): string {
  return written(at, (time) => clock.format(time));
}

/** A duration between two times, such as “340 ms” or “2 min 5 s”. */
export function duration(from: string, to: string): string {
  return lengthOf(Date.parse(to) - Date.parse(from));
}

/** A duration in words: “340 ms”, “2.5 s”, “2 min 5 s”, or in whole seconds on request. A dash if it is no number. */
export function lengthOf(milliseconds: number, inSeconds = false): string {
  if (Number.isNaN(milliseconds)) {
    return uiTexts.time.unknown;
  }
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 1000 && !inSeconds) {
    return uiTexts.time.ms(ms);
  }
  if (ms < 59_950) {
    return uiTexts.time.seconds((ms / 1000).toFixed(inSeconds ? 0 : 1));
  }
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return uiTexts.time.minutes(minutes, seconds % 60);
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? uiTexts.time.hours(hours, minutes % 60)
    : uiTexts.time.days(Math.floor(hours / 24), hours % 24);
}

/** A time to the second, in the reader's zone. */
export function exactTime(at: string): string {
  return written(at, (time) => exactly.format(time));
}

/** A formatted time, or the unchanged text if the browser cannot parse it: one such task must not hide the others. */
function written(at: string, format: (time: number) => string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : format(time);
}

function everyTick(listener: () => void): () => void {
  const timer = setInterval(listener, TICK);
  return () => clearInterval(timer);
}

const thisTick = () => Math.floor(Date.now() / TICK) * TICK;

/** “3 minutes ago”. */
export function RelativeTime({ at }: { at: string }) {
  useSyncExternalStore(everyTick, thisTick);
  return <Time at={at}>{written(at, (time) => relativeTime(time, Date.now()))}</Time>;
}

/** “2 Jan 2026, 03:30”. */
export function ExactTime({ at, seconds = false }: { at: string; seconds?: boolean }) {
  return <Time at={at}>{written(at, (time) => (seconds ? withSeconds : shortly).format(time))}</Time>;
}

/** “2 min 5 s”, with both ends on hover. */
export function Duration({ from, to }: { from: string; to: string }) {
  const ends = written(from, (start) => written(to, (end) => exactly.formatRange(start, end)));
  return (
    <Tooltip label={ends} withArrow>
      <span>{duration(from, to)}</span>
    </Tooltip>
  );
}

/** Any time, with the exact one in the reader's zone on hover. */
function Time({ at, children }: { at: string; children: ReactNode }) {
  return (
    <Tooltip label={exactTime(at)} withArrow>
      <time dateTime={at}>{children}</time>
    </Tooltip>
  );
}
