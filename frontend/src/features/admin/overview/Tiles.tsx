import { VisuallyHidden } from '@mantine/core';
import { lengthOf } from '@/lib/ui/time';
import { amount, rate, share } from '../parts/numbers';
import { adminTexts } from '../texts';
import classes from './Overview.module.css';
import { Sparkline } from './Sparkline';
import { backlogOf, busyOf, type Point, successOf, trendOf, type WindowStatistics } from './statistics';
import { texts } from './texts';

const { tiles, ...words } = texts;

interface Tile {
  label: string;
  value: string;
  note: string;
  course: (number | null)[];
  /** Which direction is good news, if any. */
  better?: 'more' | 'less';
}

/** The key metrics of a window, each with a sparkline and its trend. */
export function Tiles({ statistics }: { statistics: WindowStatistics }) {
  return (
    <ul className={classes.tiles} aria-label={words.key}>
      {tilesOf(statistics).map(({ label, value, note, course, better }) => (
        <li key={label} className={classes.tile}>
          <div className={classes.words}>
            <span className={classes.label}>{label}</span>
            <span className={classes.value}>
              {value}
              <Trend trend={trendOf(course)} better={better} />
            </span>
            <span className={classes.note}>{note}</span>
          </div>
          <Sparkline values={course} />
        </li>
      ))}
    </ul>
  );
}

function tilesOf({ points, totals, stepSeconds }: WindowStatistics): Tile[] {
  // The current step is incomplete and would always look like a drop.
  const over = points.slice(0, -1);
  const course = (figure: (point: Point) => number | null) => over.map(figure);
  const minutes = Math.max(1, (points.length * stepSeconds) / 60);
  const success = successOf(totals);
  const last = points.at(-1);
  const busy = points.findLast((point) => busyOf(point) !== null);
  const queues = last ? Object.values(last.backlog).filter((waiting) => waiting > 0).length : 0;
  const time = (ms: number | null) => (ms === null ? adminTexts.none : lengthOf(ms));
  return [
    {
      label: tiles.submitted,
      value: amount(totals.submitted),
      note: words.perMinute(rate(totals.submitted / minutes)),
      course: course((point) => point.submitted),
    },
    {
      label: tiles.succeeded,
      value: amount(totals.succeeded),
      note: words.ofFinished(share(success)),
      course: course((point) => point.succeeded),
      better: 'more',
    },
    {
      label: tiles.failed,
      value: amount(totals.failed),
      note: words.ofFinished(share(success === null ? null : 1 - success)),
      course: course((point) => point.failed),
      better: 'less',
    },
    {
      label: tiles.retried,
      value: amount(totals.retried),
      note: words.attempts,
      course: course((point) => point.retried),
      better: 'less',
    },
    {
      label: tiles.wait,
      value: time(totals.waitMs.p95),
      note: words.median(time(totals.waitMs.p50)),
      course: course((point) => point.waitMs.p95),
      better: 'less',
    },
    {
      label: tiles.run,
      value: time(totals.runMs.p95),
      note: words.median(time(totals.runMs.p50)),
      course: course((point) => point.runMs.p95),
    },
    {
      label: tiles.backlog,
      value: last ? amount(backlogOf(last)) : adminTexts.none,
      note: words.inQueues(queues),
      course: course(backlogOf),
      better: 'less',
    },
    {
      label: tiles.busy,
      value: share(busy ? busyOf(busy) : null),
      note: busy?.slots ? words.ofSlots(rate(busy.busySlots ?? 0), rate(busy.slots)) : words.noSlots,
      course: course(busyOf),
    },
  ];
}

const SLIGHT = 0.005;

function Trend({ trend, better }: { trend: number | null; better: Tile['better'] }) {
  if (trend === null || Math.abs(trend) < SLIGHT) {
    return null;
  }
  const tone = better && ((better === 'more') === trend > 0 ? 'good' : 'bad');
  const change = `${trend > 0 ? '+' : '−'}${share(Math.abs(trend))}`;
  return (
    <span className={classes.trend} data-tone={tone} title={words.trend(change)}>
      <span aria-hidden="true">
        {trend > 0 ? '↑' : '↓'} {Math.abs(trend) < 10 ? `${Math.round(Math.abs(trend) * 100)} %` : '×10'}
      </span>
      <VisuallyHidden>{words.trend(change)}</VisuallyHidden>
    </span>
  );
}
