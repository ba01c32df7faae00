import { useEffect, useRef } from 'react';
import type { Schemas } from '@/lib/api/client';
import { clockTime } from '@/lib/ui/time';
import { texts } from '../texts';
import classes from './TaskLog.module.css';

/** The log of a task. It follows the newest line unless somebody has scrolled up. */
export function TaskLog({ lines }: { lines: Schemas['TimelineEntry'][] }) {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the log follows each new line
  useEffect(() => {
    if (box.current && follows.current) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, [lines.length]);

  return (
    <div
      ref={box}
      className={classes.log}
      role="log"
      aria-label={texts.detail.log}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < 24;
      }}
    >
      {lines.map(({ at, message }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
        <div key={index} className={classes.line}>
          <time dateTime={at}>{clockTime(at)}</time>
          <span>{message}</span>
        </div>
      ))}
    </div>
  );
}
