import { Text } from '@mantine/core';
import { ExactTime } from '@/lib/ui/time';
import { texts } from '../texts';
import classes from './Schedules.module.css';

/** When a schedule is due next, in the reader's own time. */
export function NextRuns({ times, label }: { times: string[]; label?: string }) {
  return (
    <>
      <ol className={classes.runs} aria-label={label}>
        {times.map((at) => (
          <li key={at}>
            <ExactTime at={at} />
          </li>
        ))}
      </ol>
      <Text size="xs" c="dimmed" mt="xs">
        {texts.ownTime}
      </Text>
    </>
  );
}
