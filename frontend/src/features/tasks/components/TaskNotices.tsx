import { Text } from '@mantine/core';
import type { Task } from '@/lib/api/client';
import { isCancelling } from '@/lib/tasks/StateBadge';
import { InfoIcon } from '@/lib/ui/icons';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import { texts } from '../texts';
import classes from './TaskNotices.module.css';

/** Explains why a task does not progress. */
export function TaskNotices({ task }: { task: Task }) {
  const isWaiting = task.state === 'WAITING';
  const notices = [
    task.notice && withCurlyQuotes(task.notice),
    isCancelling(task) && texts.list.cancelAsked,
    isWaiting && task.parkedBy && texts.list.parked(task.parkedBy),
    isWaiting && task.blocked && texts.list.blocked,
  ].filter((notice) => typeof notice === 'string' && notice !== '');
  return [...new Set(notices)].map((notice) => (
    <Text key={String(notice)} size="sm" component="div" role="note" className={classes.notice}>
      <InfoIcon size={16} />
      <span>{notice}</span>
    </Text>
  ));
}
