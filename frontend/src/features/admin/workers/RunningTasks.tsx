import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { adminTexts } from '@/lib/adminTexts';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { texts } from '@/lib/texts';
import { Age } from '../parts/Age';
import { share } from '../parts/figures';
import { Meter } from '../parts/Meter';
import type { Running } from './useWorkers';
import classes from './Workers.module.css';

const words = adminTexts.workers;

/** What a worker runs now, each leading to its page. */
export function RunningTasks({ tasks }: { tasks: Running[] }) {
  const titleOf = useTaskTypeTitle();
  if (tasks.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words.idle}
      </Text>
    );
  }
  return (
    <ul className={classes.running} aria-label={words.running}>
      {tasks.map(({ task, type, owner, attempt, since, progress }) => (
        <li key={task}>
          <Link to={`/admin/tasks/${task}`} className={classes.task}>
            {titleOf(type)}
          </Link>
          <Text size="xs" c="dimmed" component="span" truncate>
            {owner.username ?? owner.id}
            {attempt > 1 && ` · ${words.attempt(attempt)}`}
          </Text>
          <span className={classes.progress}>
            <Meter
              label={texts.tasks.progress(titleOf(type))}
              value={progress ?? 0}
              text={share(progress ?? 0)}
            />
          </span>
          <Text size="xs" c="dimmed" component="span" className={classes.since}>
            {since ? <Age at={since} /> : adminTexts.none}
          </Text>
        </li>
      ))}
    </ul>
  );
}
