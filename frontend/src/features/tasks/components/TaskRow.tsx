import { Checkbox, Text } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Task } from '@/lib/api/client';
import { isCancelling, StateBadge } from '@/lib/tasks/StateBadge';
import { TaskProgress } from '@/lib/tasks/TaskProgress';
import { taskTexts } from '@/lib/tasks/texts';
import { ExactTime } from '@/lib/ui/time';
import { PLACE, useMayChange, useScope } from '../api/scope';
import type { Column } from '../api/useColumns';
import { texts } from '../texts';
import { TaskActions } from './TaskActions';
import { TaskError } from './TaskError';
import { factsOf, TaskFacts } from './TaskFacts';
import { TaskNotices } from './TaskNotices';
import { TaskResult } from './TaskResult';
import classes from './TaskRow.module.css';

interface TaskRowProps {
  task: Task;
  title: string;
  columns: Column[];
  selected: boolean;
  onSelect: (id: string, selected: boolean) => void;
}

export const TaskRow = memo(function TaskRow({ task, title, columns, selected, onSelect }: TaskRowProps) {
  const place = PLACE[useScope()];
  const mayChange = useMayChange();
  return (
    <article className={classes.row} aria-label={title} data-task={task.id} data-state={task.state}>
      <div className={classes.head}>
        {mayChange ? (
          <Checkbox
            size="xs"
            aria-label={texts.list.select(title)}
            checked={selected}
            onChange={(event) => onSelect(task.id, event.currentTarget.checked)}
          />
        ) : (
          <span />
        )}
        <StateBadge state={task.state} cancelling={isCancelling(task)} />
        <Link to={`${place}/${task.id}`} className={classes.title} aria-label={taskTexts.open(title)}>
          {title}
        </Link>
        <div className={classes.facts}>
          <TaskFacts task={task} facts={factsOf(columns)} />
        </div>
        <div className={classes.actions}>
          <TaskActions task={task} title={title} compact />
        </div>
      </div>
      {task.ownerName && (
        <Text size="xs" c="dimmed" className={classes.owner}>
          {task.ownerName}
        </Text>
      )}
      <Body task={task} title={title} withResult={columns.includes('preview')} />
    </article>
  );
});

function Body({ task, title, withResult }: { task: Task; title: string; withResult: boolean }) {
  const isOpen = task.state === 'WAITING' || task.state === 'QUEUED';
  return (
    <div className={classes.body}>
      {task.state === 'RUNNING' && <TaskProgress task={task} title={title} />}
      {task.state === 'SUCCEEDED' && withResult && <TaskResult task={task} compact />}
      {isOpen && <TaskNotices task={task} />}
      {isOpen && task.runAt && (
        <Text size="sm" c="dimmed">
          {texts.list.notBefore} <ExactTime at={task.runAt} />
        </Text>
      )}
      {(isOpen || task.state === 'RUNNING') && task.attempt > 1 && (
        <Text size="xs" c="dimmed">
          {texts.list.attempt(task.attempt, task.maxAttempts)}
        </Text>
      )}
      {task.error && task.state !== 'SUCCEEDED' && withResult && <TaskError error={task.error} />}
    </div>
  );
}
