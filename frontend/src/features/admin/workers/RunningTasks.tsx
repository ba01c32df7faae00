import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { Age } from '../parts/Age';
import { Meter } from '../parts/Meter';
import { share } from '../parts/numbers';
import { adminTexts } from '../texts';
import { texts } from './texts';
import type { Running } from './useWorkers';
import classes from './Workers.module.css';

/** The running tasks of a worker, each with a link to its page. */
export function RunningTasks({ tasks }: { tasks: Running[] }) {
  const titleOf = useTaskTypeTitle();
  if (tasks.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {texts.idle}
      </Text>
    );
  }
  return (
    <ul className={classes.running} aria-label={texts.running}>
      {tasks.map(({ task, type, owner, attempt, since, progress }) => (
        <li key={task}>
          <Link to={`/admin/tasks/${task}`} className={classes.task}>
            {titleOf(type)}
          </Link>
          <Text size="xs" c="dimmed" component="span" truncate>
            {owner.username ?? owner.id}
            {attempt > 1 && ` · ${texts.attempt(attempt)}`}
          </Text>
          <span className={classes.progress}>
            <Meter
              label={taskTexts.progress(titleOf(type))}
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
