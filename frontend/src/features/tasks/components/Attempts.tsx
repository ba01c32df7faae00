import { Text } from '@mantine/core';
import { taskTexts } from '@/lib/tasks/texts';
import { Duration, ExactTime } from '@/lib/ui/time';
import { texts } from '../texts';
import classes from './Attempts.module.css';
import type { Attempt } from './attempts';
import { humanName } from './values';

/** Each attempt of a task, with the error that ended it. */
export function Attempts({ attempts }: { attempts: Attempt[] }) {
  return (
    <ol className={classes.attempts}>
      {attempts.map(({ number, worker, startedAt, endedAt, outcome, error }) => (
        <li key={number} data-outcome={outcome}>
          <div className={classes.line}>
            <Text size="sm" fw={600}>
              {texts.detail.attemptNumber(number)}
            </Text>
            <Text size="sm" className={classes.outcome}>
              {outcome ? (texts.detail.kinds[outcome] ?? humanName(outcome)) : taskTexts.states.RUNNING}
            </Text>
            <Text size="xs" c="dimmed" className={classes.when}>
              {startedAt && <ExactTime at={startedAt} seconds />}
              {startedAt && endedAt && (
                <>
                  {' · '}
                  <Duration from={startedAt} to={endedAt} />
                </>
              )}
              {worker && ` · ${worker}`}
            </Text>
          </div>
          {error && (
            <Text size="sm" className={classes.error}>
              {error.message ?? error.type}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
