import type { Schemas } from '@/lib/api/client';

export type Point = Schemas['StatisticsPoint'];
export type Sums = Schemas['StatisticsSums'];

/** The statistics of a window, as the overview draws them. */
export interface WindowStatistics {
  stepSeconds: number;
  points: Point[];
  totals: Sums;
}

const LIVE_SECONDS = 300;

/** The statistics of the server's response; if `live`, of its last five minutes only. */
export function statisticsOf(
  { stepSeconds, points, totals }: Schemas['Statistics'],
  live: boolean,
): WindowStatistics {
  if (!live) {
    return { stepSeconds, points, totals };
  }
  const latest = points.slice(-LIVE_SECONDS / stepSeconds);
  return { stepSeconds, points: latest, totals: sumsOf(latest) };
}

/** Adds up the counts. Percentiles do not add up, so the latest step that has some represents all. */
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

/** The share of succeeded among succeeded and failed tasks, 0 to 1; null if there are none. */
export function successOf({ succeeded, failed }: Pick<Sums, 'succeeded' | 'failed'>): number | null {
  return succeeded + failed === 0 ? null : succeeded / (succeeded + failed);
}

export function backlogOf({ backlog }: Point): number {
  return Object.values(backlog).reduce((all, waiting) => all + waiting, 0);
}

export function busyOf({ busySlots, slots }: Point): number | null {
  return busySlots === null || !slots ? null : Math.min(1, busySlots / slots);
}

/** The queues with a backlog, the largest first. */
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

/** The relative change from the first half of a window to the second; null if there is nothing to compare. */
export function trendOf(values: (number | null)[]): number | null {
  const half = Math.floor(values.length / 2);
  const before = mean(values.slice(0, half));
  const after = mean(values.slice(-half));
  return before === null || after === null || before === 0 ? null : after / before - 1;
}

function mean(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0) / known.length;
}
