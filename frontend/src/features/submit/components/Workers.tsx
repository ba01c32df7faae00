import type { TaskType } from '@/lib/api/client';
import { texts } from '../texts';
import classes from './SubmitPage.module.css';

/** The number of workers that can run a task of this type in its queue. */
export function Workers({ type: { workersOnline, notice } }: { type: TaskType }) {
  const nobody = workersOnline === 0 ? texts.types.offline : notice && texts.types.noWorkerForQueue;
  return (
    <span className={classes.workers} data-none={nobody ? true : undefined}>
      {nobody || texts.types.online(workersOnline)}
    </span>
  );
}
