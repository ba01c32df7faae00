import type { Schemas } from '@/lib/api/client';

type Entry = Schemas['TimelineEntry'];

/** One attempt of a task, read from its timeline. */
export interface Attempt {
  number: number;
  worker: string | undefined;
  startedAt: string | undefined;
  endedAt: string | undefined;
  /** The kind of the entry that ended it; undefined while it runs. */
  outcome: string | undefined;
  error: Entry['error'];
}

const ENDS = new Set(['succeeded', 'failed', 'cancelled', 'lost', 'released']);

/** The attempts of a task, the first one first. */
export function attemptsOf(timeline: Entry[]): Attempt[] {
  const attempts = new Map<number, Attempt>();
  for (const entry of timeline) {
    if (entry.attempt === undefined || !(entry.kind === 'started' || ENDS.has(entry.kind))) {
      continue;
    }
    const known = attempts.get(entry.attempt) ?? NEVER_STARTED;
    attempts.set(entry.attempt, {
      ...known,
      number: entry.attempt,
      worker: entry.worker ?? known.worker,
      ...(entry.kind === 'started'
        ? { startedAt: entry.at, endedAt: undefined, outcome: undefined }
        : { endedAt: entry.at, outcome: entry.kind, error: entry.error ?? known.error }),
    });
  }
  return [...attempts.values()].sort((a, b) => a.number - b.number);
}

const NEVER_STARTED: Attempt = {
  number: 0,
  worker: undefined,
  startedAt: undefined,
  endedAt: undefined,
  outcome: undefined,
  error: undefined,
};
