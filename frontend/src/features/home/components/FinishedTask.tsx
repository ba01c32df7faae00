import { Link } from 'react-router';
import type { Task } from '@/lib/api/client';
import { StateBadge } from '@/lib/tasks/StateBadge';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { Duration, RelativeTime } from '@/lib/ui/time';
import classes from './Home.module.css';

export function FinishedTask({ task }: { task: Task }) {
  const title = useTaskTypeTitle()(task.type);
  return (
    <article className={classes.task} aria-label={title} data-task={task.id} data-state={task.state}>
      <div className={classes.line}>
        <StateBadge state={task.state} />
        <Link to={`/tasks/${task.id}`} className={classes.title} aria-label={taskTexts.open(title)}>
          {title}
        </Link>
        <span className={classes.time}>
          <RelativeTime at={task.finishedAt ?? task.createdAt} />
          {task.startedAt && task.finishedAt && (
            <span className={classes.took}>
              {' '}
              · <Duration from={task.startedAt} to={task.finishedAt} />
            </span>
          )}
        </span>
      </div>
      {task.state === 'FAILED' && task.error && (
        <div className={classes.error}>{task.error.message ?? task.error.type}</div>
      )}
    </article>
  );
}
