import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';

const TICK = 10_000;
const exactly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
const shortly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const relatively = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
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
    return 'just now';
  }
  return relatively.format(Math.trunc(difference / TICK) * (TICK / 1000), 'second');
}

/** How long something took, such as “340 ms” or “2 min 5 s”. */
export function duration(from: string, to: string): string {
  const ms = Math.max(0, Date.parse(to) - Date.parse(from));
  if (ms < 1000) {
    return `${ms} ms`;
  }
  if (ms < 60_000) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  const minutes = Math.floor(ms / 60_000);
  const seconds = Math.round((ms % 60_000) / 1000);
  return minutes < 60 ? `${minutes} min ${seconds} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function everyTick(listener: () => void): () => void {
  const timer = setInterval(listener, TICK);
  return () => clearInterval(timer);
}

const thisTick = () => Math.floor(Date.now() / TICK) * TICK;

/** “3 minutes ago”; the exact time, in the reader's zone, on hover. */
export function RelativeTime({ at }: { at: string }) {
  useSyncExternalStore(everyTick, thisTick);
  const time = Date.parse(at);
  return (
    <Tooltip label={exactly.format(time)} withArrow>
      <time dateTime={at}>{relativeTime(time, Date.now())}</time>
    </Tooltip>
  );
}

export function ExactTime({ at, withSeconds = false }: { at: string; withSeconds?: boolean }) {
  return <time dateTime={at}>{(withSeconds ? exactly : shortly).format(Date.parse(at))}</time>;
}
