import { Skeleton } from '@mantine/core';
import { texts } from '../texts';
import classes from './TaskList.module.css';

export function Placeholder() {
  return (
    <div className={classes.list} role="status" aria-label={texts.list.loading}>
      {[70, 55, 62, 48].map((width) => (
        <div key={width} className={classes.placeholder}>
          <Skeleton height={22} width={104} radius="xl" />
          <Skeleton height={14} width={`${width}%`} />
        </div>
      ))}
    </div>
  );
}
