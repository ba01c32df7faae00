import { Link } from 'react-router';
import type { Task } from '@/lib/api/client';
import { StateBadge } from '@/lib/tasks/StateBadge';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import { RelativeTime } from '@/lib/ui/time';
import classes from './Home.module.css';

/** A task that waits and says why. */
export function WaitingTask({ task }: { task: Task }) {
  const title = useTaskTypeTitle()(task.type);
  return (
    <article className={classes.task} aria-label={title} data-task={task.id} data-state={task.state}>
      <div className={classes.line}>
        <StateBadge state={task.state} />
        <Link to={`/tasks/${task.id}`} className={classes.title} aria-label={taskTexts.open(title)}>
          {title}
        </Link>
        <span className={classes.time}>
          <RelativeTime at={task.createdAt} />
        </span>
      </div>
      <div className={classes.notice} role="note">
        {task.notice && withCurlyQuotes(task.notice)}
      </div>
    </article>
  );
}
