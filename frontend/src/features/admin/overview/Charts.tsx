import { lengthOf } from '@/lib/ui/time';
import { amount, share } from '../parts/numbers';
import { adminTexts } from '../texts';
import { ChartFigure } from './ChartFigure';
import type { Chart, Series } from './chart';
import classes from './Overview.module.css';
import { backlogOf, busyOf, fullestQueues, successOf, type WindowStatistics } from './statistics';
import { texts } from './texts';
import type { Window } from './useStatistics';

const { charts, summaries, series: names } = texts;
const PERCENTILES: Series[] = [
  { key: 'p50', label: 'p50', color: 'var(--chart-1)' },
  { key: 'p95', label: 'p95', color: 'var(--chart-2)', dash: '7 3' },
  { key: 'p99', label: 'p99', color: 'var(--chart-3)', dash: '2 3' },
];
const QUEUES_SHOWN = 5;
const known = (value: number | null, words: (value: number) => string) =>
  value === null ? adminTexts.none : words(value);

/** The charts of a window, each also available as a table. */
export function Charts({ statistics, window }: { statistics: WindowStatistics; window: Window }) {
  const drawn = [
    throughput(statistics),
    outcome(statistics),
    percentiles(statistics, 'waitMs'),
    percentiles(statistics, 'runMs'),
    backlog(statistics),
    busy(statistics),
  ];
  return (
    <div className={classes.charts}>
      {drawn.map((chart) => (
        <ChartFigure key={chart.title} chart={chart} window={window} />
      ))}
    </div>
  );
}

function throughput({ points, totals, stepSeconds }: WindowStatistics): Chart {
  return {
    title: charts.throughput,
    summary: `${summaries.throughput(amount(totals.submitted), amount(totals.succeeded), amount(totals.failed))} ${texts.perStep(lengthOf(stepSeconds * 1000, true))}`,
    kind: 'area',
    series: [
      { key: 'submitted', label: names.submitted, color: 'var(--chart-4)', dash: '5 3' },
      { key: 'succeeded', label: names.succeeded, color: 'var(--chart-good)' },
      { key: 'failed', label: names.failed, color: 'var(--chart-bad)' },
    ],
    // The current step is incomplete, so its counts would look like a drop.
    rows: points.slice(0, -1).map(({ at, submitted, succeeded, failed }) => ({
      at: Date.parse(at),
      submitted,
      succeeded,
      failed,
    })),
    format: amount,
  };
}

function outcome({ points, totals }: WindowStatistics): Chart {
  return {
    title: charts.outcome,
    summary: summaries.outcome(share(successOf(totals))),
    kind: 'line',
    series: [{ key: 'success', label: names.success, color: 'var(--chart-good)' }],
    rows: points.map((point) => ({ at: Date.parse(point.at), success: successOf(point) })),
    format: share,
    most: 1,
  };
}

function percentiles({ points, totals }: WindowStatistics, which: 'waitMs' | 'runMs'): Chart {
  const { p50, p95, p99 } = totals[which];
  const time = (ms: number | null) => known(ms, lengthOf);
  return {
    title: which === 'waitMs' ? charts.wait : charts.run,
    summary: summaries.percentiles(time(p50), time(p95), time(p99)),
    kind: 'line',
    series: PERCENTILES,
    rows: points.map((point) => ({ at: Date.parse(point.at), ...point[which] })),
    format: lengthOf,
  };
}

function backlog({ points }: WindowStatistics): Chart {
  const queues = fullestQueues(points);
  const shown = queues.slice(0, QUEUES_SHOWN);
  // The keys are numbers, since Recharts reads a dot in a queue's name as a path.
  const series = shown.map((queue, n) => ({ key: `q${n}`, label: queue, color: `var(--chart-${n + 1})` }));
  if (queues.length > shown.length) {
    series.push({ key: 'others', label: names.others, color: 'var(--chart-rest)' });
  }
  const last = points.at(-1);
  return {
    title: charts.backlog,
    summary: summaries.backlog(
      amount(last ? backlogOf(last) : 0),
      amount(Math.max(0, ...points.map(backlogOf))),
    ),
    kind: 'stacked',
    series,
    rows: points.map((point) => ({
      at: Date.parse(point.at),
      ...Object.fromEntries(shown.map((queue, n) => [`q${n}`, point.backlog[queue] ?? 0])),
      others: queues.slice(QUEUES_SHOWN).reduce((all, queue) => all + (point.backlog[queue] ?? 0), 0),
    })),
    format: amount,
  };
}

function busy({ points }: WindowStatistics): Chart {
  const latest = points.findLast((point) => busyOf(point) !== null);
  return {
    title: charts.busy,
    summary: summaries.busy(share(latest ? busyOf(latest) : null)),
    kind: 'area',
    series: [{ key: 'busy', label: names.busy, color: 'var(--chart-1)' }],
    rows: points.map((point) => ({ at: Date.parse(point.at), busy: busyOf(point) })),
    format: share,
    most: 1,
  };
}
