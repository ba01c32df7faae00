import classes from './Logo.module.css';

const BLADES = [0, 36, 72, 108, 144, 180, 216, 252, 288, 324];
const SPOKES = [0, 60, 120];

/** A mill wheel in the water that turns it. */
export function Logo({ size = 28, turning = false }: { size?: number; turning?: boolean }) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
      <g
        className={turning ? classes.turning : undefined}
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <circle cx="24" cy="21" r="13" strokeWidth="2.6" />
        <circle cx="24" cy="21" r="3.2" fill="currentColor" strokeWidth="0" />
        {SPOKES.map((angle) => (
          <line
            key={angle}
            x1="24"
            y1="8"
            x2="24"
            y2="34"
            strokeWidth="1.5"
            transform={`rotate(${angle} 24 21)`}
          />
        ))}
        {BLADES.map((angle) => (
          <path key={angle} d="M22.4 8.2 28.2 3.4" strokeWidth="3" transform={`rotate(${angle} 24 21)`} />
        ))}
      </g>
      <path
        className={classes.water}
        d="M3 38c3.5-3 7-3 10.5 0s7 3 10.5 0 7-3 10.5 0 7 3 10.5 0"
        fill="none"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
      <path
        className={classes.water}
        d="M8.2 44.4c2.6-2 5.2-2 7.9 0s5.2 2 7.9 0 5.2-2 7.9 0 5.2 2 7.9 0"
        fill="none"
        strokeWidth="2.4"
        strokeLinecap="round"
        opacity="0.55"
      />
    </svg>
  );
}
