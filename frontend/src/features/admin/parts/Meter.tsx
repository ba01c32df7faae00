import classes from './Meter.module.css';

interface MeterProps {
  label: string;
  /** From 0 to 1. */
  value: number;
  /** The value in words. */
  text: string;
  /** The share from which the meter shows a warning. */
  highFrom?: number;
}

/** Shows a share of a whole. */
export function Meter({ label, value, text, highFrom = 2 }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: each browser draws the native meter differently
    <div
      className={classes.meter}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
      data-high={value >= highFrom || undefined}
    >
      <div className={classes.level} style={{ width: `${percent}%` }} />
    </div>
  );
}
