import { Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Failure } from '@/lib/ui/notices';
import { usePreview } from '../api/useSchedules';
import { texts } from '../texts';
import { NextRuns } from './NextRuns';
import classes from './Schedules.module.css';

const PAUSE = 300;

/** Shows a cron expression in words, and its next runs. */
export function Preview({ cron, timeZone }: { cron: string; timeZone: string }) {
  const [settled] = useDebouncedValue(cron, PAUSE);
  const { data, error, isError } = usePreview(settled, timeZone);
  return (
    <section className={classes.preview} aria-label={texts.preview} aria-live="polite">
      <Title order={2} size="h6" mb="xs">
        {texts.preview}
      </Title>
      {isError && <Failure error={error} title={texts.notUnderstood} />}
      {!isError && !data && (
        <Text size="sm" c="dimmed">
          {texts.noPreview}
        </Text>
      )}
      {data && !isError && (
        <>
          <Text fw={600}>{data.description}</Text>
          <NextRuns times={data.nextRuns} label={texts.nextRuns} />
        </>
      )}
    </section>
  );
}
