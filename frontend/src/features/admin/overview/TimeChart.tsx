import '@mantine/charts/styles.css';
import { AreaChart, LineChart } from '@mantine/charts';
import type { Chart } from './chart';
import classes from './TimeChart.module.css';
import type { Window } from './useStatistics';

const clock = (withSeconds: boolean) =>
  new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds && { second: '2-digit' }),
  });
const dayAndHour = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const TICKS: Record<Window, Intl.DateTimeFormat> = {
  live: clock(true),
  '15m': clock(false),
  '1h': clock(false),
  '24h': clock(false),
  '7d': day,
};
const MOMENTS: Record<Window, Intl.DateTimeFormat> = {
  live: clock(true),
  '15m': clock(true),
  '1h': clock(false),
  '24h': dayAndHour,
  '7d': dayAndHour,
};

const quartersOf = (most: number) => [0, 1, 2, 3, 4].map((quarter) => (quarter / 4) * most);

/** Draws a chart over time. While it has the focus, arrow keys move between points. */
export default function TimeChart({ chart, window }: { chart: Chart; window: Window }) {
  const { kind, rows, series, format, most, title } = chart;
  const shared = {
    h: 210,
    data: rows,
    dataKey: 'at',
    className: classes.chart,
    series: series.map(({ key, label, color, dash }) => ({
      name: key,
      label,
      color,
      ...(dash && { strokeDasharray: dash }),
    })),
    // The axis passes more arguments than the value.
    valueFormatter: (value: number) => format(value),
    withDots: false,
    connectNulls: false,
    tickLine: 'none' as const,
    strokeDasharray: '3 4',
    xAxisProps: {
      tickFormatter: (at: number) => TICKS[window].format(at),
      minTickGap: 48,
      interval: 'equidistantPreserveStart' as const,
    },
    yAxisProps:
      most === undefined
        ? { width: 62, tickCount: 5 }
        : { width: 62, domain: [0, most], ticks: quartersOf(most) },
    tooltipProps: {
      // Recharts also asks while the pointer is outside, without a time.
      labelFormatter: (at: unknown) => (typeof at === 'number' ? MOMENTS[window].format(at) : ''),
    },
  };
  if (kind === 'line') {
    return <LineChart {...shared} lineChartProps={{ title }} strokeWidth={2} />;
  }
  return (
    <AreaChart
      {...shared}
      areaChartProps={{ title }}
      type={kind === 'stacked' ? 'stacked' : 'default'}
      fillOpacity={kind === 'stacked' ? 0.55 : 0.14}
      withGradient={false}
      strokeWidth={kind === 'stacked' ? 1.2 : 2}
    />
  );
}
