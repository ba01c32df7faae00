import classes from './Logo.module.css';

const PADDLES = [0, 45, 90, 135, 180, 225, 270, 315];

/** A mill wheel in the water that turns it. */
export function Logo({ size = 28, turning = false }: { size?: number; turning?: boolean }) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
      <g
        className={turning ? classes.turning : undefined}
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
      >
        <circle cx="24" cy="21" r="12.5" strokeWidth="3" />
        <circle cx="24" cy="21" r="3" fill="currentColor" strokeWidth="0" />
        {PADDLES.map((angle) => (
          <g key={angle} transform={`rotate(${angle} 24 21)`}>
            <line x1="24" y1="16" x2="24" y2="10" strokeWidth="2" />
            <line x1="24" y1="6.5" x2="24" y2="2.5" strokeWidth="3.6" />
          </g>
        ))}
      </g>
      <path
        className={classes.water}
        d="M3 37.5c3.5-3 7-3 10.5 0s7 3 10.5 0 7-3 10.5 0 7 3 10.5 0"
        fill="none"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
      <path
        className={classes.water}
        d="M8.2 44.2c2.6-2 5.2-2 7.9 0s5.2 2 7.9 0 5.2-2 7.9 0 5.2 2 7.9 0"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        opacity="0.55"
      />
    </svg>
  );
}
