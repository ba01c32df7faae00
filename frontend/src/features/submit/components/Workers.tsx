import type { TaskType } from '@/lib/api/client';
import { texts } from '../texts';
import classes from './SubmitPage.module.css';

/** How many workers could run a task of the type where it would wait. */
export function Workers({ type: { workersOnline, notice } }: { type: TaskType }) {
  const nobody = workersOnline === 0 ? texts.types.offline : notice && texts.types.unstaffed;
  return (
    <span className={classes.workers} data-none={nobody ? true : undefined}>
      {nobody || texts.types.online(workersOnline)}
    </span>
  );
}
