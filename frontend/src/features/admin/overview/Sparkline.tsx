import classes from './Overview.module.css';

const WIDTH = 100;
const HEIGHT = 30;
const INK = 1.5;

/** The trend of a metric at a glance. The chart and its table show the numbers. */
export function Sparkline({ values }: { values: (number | null)[] }) {
  const most = Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE);
  const step = WIDTH / Math.max(1, values.length - 1);
  const spots = values.map((value, index) => {
    const height = ((value ?? 0) / most) * (HEIGHT - 2 * INK);
    return `${(index * step).toFixed(2)},${(HEIGHT - INK - height).toFixed(2)}`;
  });
  if (spots.length < 2) {
    return null;
  }
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polygon
        points={`0,${HEIGHT} ${spots.join(' ')} ${WIDTH},${HEIGHT}`}
        fill="currentColor"
        opacity="0.13"
      />
      <polyline
        points={spots.join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth={INK}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
