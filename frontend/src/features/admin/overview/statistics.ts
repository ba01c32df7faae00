import type { Schemas } from '@/lib/api/client';

export type Point = Schemas['StatisticsPoint'];
export type Sums = Schemas['StatisticsSums'];

/** The statistics of a window, as the overview draws them. */
export interface Figures {
  stepSeconds: number;
  points: Point[];
  totals: Sums;
}

const LIVE_SECONDS = 300;

/** Of the server's answer all, or its last five minutes. */
export function figuresOf({ stepSeconds, points, totals }: Schemas['Statistics'], live: boolean): Figures {
  if (!live) {
    return { stepSeconds, points, totals };
  }
  const latest = points.slice(-LIVE_SECONDS / stepSeconds);
  return { stepSeconds, points: latest, totals: sumsOf(latest) };
}

/** Counts add up; percentiles do not, so those of the latest step that has any stand for all. */
function sumsOf(points: Point[]): Sums {
  const sum = (count: (point: Point) => number) => points.reduce((all, point) => all + count(point), 0);
  const none = { p50: null, p95: null, p99: null };
  return {
    submitted: sum((point) => point.submitted),
    succeeded: sum((point) => point.succeeded),
    failed: sum((point) => point.failed),
    cancelled: sum((point) => point.cancelled),
    retried: sum((point) => point.retried),
    waitMs: points.findLast(({ waitMs }) => waitMs.p50 !== null)?.waitMs ?? none,
    runMs: points.findLast(({ runMs }) => runMs.p50 !== null)?.runMs ?? none,
  };
}

/** The share of what succeeded in what succeeded or failed; null where nothing did either. */
export function successOf({ succeeded, failed }: Pick<Sums, 'succeeded' | 'failed'>): number | null {
  return succeeded + failed === 0 ? null : succeeded / (succeeded + failed);
}

export function backlogOf({ backlog }: Point): number {
  return Object.values(backlog).reduce((all, waiting) => all + waiting, 0);
}

export function busyOf({ busySlots, slots }: Point): number | null {
  return busySlots === null || !slots ? null : Math.min(1, busySlots / slots);
}

/** The queues that had anything waiting, the fullest first. */
export function fullestQueues(points: Point[]): string[] {
  const most = new Map<string, number>();
  for (const { backlog } of points) {
    for (const [queue, waiting] of Object.entries(backlog)) {
      most.set(queue, Math.max(waiting, most.get(queue) ?? 0));
    }
  }
  return [...most]
    .filter(([, waiting]) => waiting > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([queue]) => queue);
}

/** By which share the second half of a window differs from the first; null where there is nothing to compare with. */
export function trendOf(values: (number | null)[]): number | null {
  const half = Math.floor(values.length / 2);
  const before = mean(values.slice(0, half));
  const after = mean(values.slice(-half));
  return before === null || after === null || before === 0 ? null : after / before - 1;
}

function mean(values: (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length === 0 ? null : told.reduce((all, value) => all + value, 0) / told.length;
}
