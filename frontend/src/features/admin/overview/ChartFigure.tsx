import { SegmentedControl, Skeleton, Table, Title } from '@mantine/core';
import { lazy, Suspense, useId, useState } from 'react';
import { exactTime } from '@/lib/ui/time';
import { adminTexts } from '../texts';
import { type Chart, hasValues } from './chart';
import classes from './Overview.module.css';
import { texts } from './texts';
import type { Window } from './useStatistics';

// The chart brings the chart library, so the browser loads it on first use.
const TimeChart = lazy(() => import('./TimeChart'));

const VIEWS = [
  { value: 'chart', label: texts.asChart },
  { value: 'table', label: texts.asTable },
];

/** A chart with a summary in words. A table shows the same data to people who read or hear numbers. */
export function ChartFigure({ chart, window }: { chart: Chart; window: Window }) {
  const [view, setView] = useState('chart');
  const id = useId();
  return (
    <section className={classes.chart} aria-labelledby={id}>
      <div className={classes.chartHead}>
        <Title order={2} size="h6" id={id}>
          {chart.title}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={texts.view(chart.title)}
          value={view}
          onChange={setView}
          data={VIEWS}
        />
      </div>
      <p className={classes.summary}>{chart.summary}</p>
      {view === 'table' ? (
        <Numbers chart={chart} />
      ) : (
        <div className={classes.plot}>
          {hasValues(chart) ? (
            <Suspense fallback={<Skeleton height="100%" radius="md" />}>
              <TimeChart chart={chart} window={window} />
            </Suspense>
          ) : (
            <div className={classes.empty}>{texts.empty}</div>
          )}
        </div>
      )}
      <Legend chart={chart} />
    </section>
  );
}

function Legend({ chart: { series } }: { chart: Chart }) {
  return (
    <ul className={classes.legend}>
      {series.map(({ key, label, color, dash }) => (
        <li key={key}>
          <svg width={22} height={8} aria-hidden="true">
            <line x1={0} x2={22} y1={4} y2={4} stroke={color} strokeWidth={2.5} strokeDasharray={dash} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function Numbers({ chart: { title, series, rows, format } }: { chart: Chart }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard
    <section className={classes.figures} tabIndex={0} aria-label={title}>
      <Table stickyHeader aria-label={title} verticalSpacing={4} fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.time}</Table.Th>
            {series.map(({ key, label }) => (
              <Table.Th key={key} ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.toReversed().map((row) => (
            <Table.Tr key={row.at}>
              <Table.Th scope="row" fw={400}>
                {exactTime(new Date(row.at).toISOString())}
              </Table.Th>
              {series.map(({ key }) => {
                const value = row[key] ?? null;
                return (
                  <Table.Td key={key} ta="right">
                    {value === null ? adminTexts.none : format(value)}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
