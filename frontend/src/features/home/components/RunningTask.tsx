import { Link } from 'react-router';
import type { Task } from '@/lib/api/client';
import { isCancelling, StateBadge } from '@/lib/tasks/StateBadge';
import { TaskProgress } from '@/lib/tasks/TaskProgress';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { RelativeTime } from '@/lib/ui/time';
import classes from './Home.module.css';

export function RunningTask({ task }: { task: Task }) {
  const title = useTaskTypeTitle()(task.type);
  return (
    <article className={classes.task} aria-label={title} data-task={task.id} data-state={task.state}>
      <div className={classes.line}>
        <StateBadge state={task.state} cancelling={isCancelling(task)} />
        <Link to={`/tasks/${task.id}`} className={classes.title} aria-label={taskTexts.open(title)}>
          {title}
        </Link>
        <span className={classes.time}>
          <RelativeTime at={task.startedAt ?? task.createdAt} />
        </span>
      </div>
      <TaskProgress task={task} title={title} />
    </article>
  );
}
