import { Checkbox, Text } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Task } from '../../../lib/api/client';
import { isCancelling, StateBadge } from '../../../lib/tasks/StateBadge';
import { texts } from '../../../lib/texts';
import { duration, ExactTime, RelativeTime } from '../../../lib/ui/time';
import { PLACE, useScope } from '../api/scope';
import { TaskActions } from './TaskActions';
import { TaskError } from './TaskError';
import { TaskNotices } from './TaskNotices';
import { TaskProgress } from './TaskProgress';
import { TaskResult } from './TaskResult';
import classes from './TaskRow.module.css';

interface TaskRowProps {
  task: Task;
  title: string;
  ticked: boolean;
  onTick: (id: string, ticked: boolean) => void;
}

export const TaskRow = memo(function TaskRow({ task, title, ticked, onTick }: TaskRowProps) {
  const place = PLACE[useScope()];
  return (
    <article className={classes.row} aria-label={title} data-task={task.id} data-state={task.state}>
      <div className={classes.head}>
        <Checkbox
          size="xs"
          aria-label={texts.tasks.tick(title)}
          checked={ticked}
          onChange={(event) => onTick(task.id, event.currentTarget.checked)}
        />
        <StateBadge state={task.state} cancelling={isCancelling(task)} />
        <Link to={`${place}/${task.id}`} className={classes.title} aria-label={texts.tasks.open(title)}>
          {title}
        </Link>
        <Text size="xs" c="dimmed" className={classes.time}>
          <RelativeTime at={task.createdAt} />
          {task.startedAt && task.finishedAt && (
            <span>
              {' · '}
              {texts.tasks.runtime.toLowerCase()} {duration(task.startedAt, task.finishedAt)}
            </span>
          )}
        </Text>
        <div className={classes.actions}>
          <TaskActions task={task} title={title} compact />
        </div>
      </div>
      <Body task={task} title={title} />
    </article>
  );
});

function Body({ task, title }: { task: Task; title: string }) {
  const isOpen = task.state === 'WAITING' || task.state === 'QUEUED';
  return (
    <div className={classes.body}>
      {task.state === 'RUNNING' && <TaskProgress task={task} title={title} />}
      {task.state === 'SUCCEEDED' && <TaskResult task={task} compact />}
      {isOpen && <TaskNotices task={task} />}
      {isOpen && task.runAt && (
        <Text size="sm" c="dimmed">
          {texts.tasks.notBefore} <ExactTime at={task.runAt} />
        </Text>
      )}
      {(isOpen || task.state === 'RUNNING') && task.attempt > 1 && (
        <Text size="xs" c="dimmed">
          {texts.tasks.attempt(task.attempt, task.maxAttempts)}
        </Text>
      )}
      {task.error && task.state !== 'SUCCEEDED' && <TaskError error={task.error} />}
    </div>
  );
}
