import { Anchor, Badge, Group, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { Link } from 'react-router';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import { ExactTime, RelativeTime } from '@/lib/ui/time';
import type { Schedule } from '../api/useSchedules';
import { texts } from '../texts';
import { ScheduleActions } from './ScheduleActions';
import classes from './Schedules.module.css';

export function ScheduleCard({ schedule }: { schedule: Schedule }) {
  const id = useId();
  const titleOf = useTaskTypeTitle();
  const { name, description, timeZone, paused, nextRunAt, lastRunAt, lastTaskId, lastError, notice } =
    schedule;
  return (
    <article className={classes.card} aria-labelledby={id}>
      <div>
        <Group gap="xs">
          <Title order={2} size="h6" id={id}>
            <Link to={`/schedules/${schedule.id}`} className={classes.name}>
              {name}
            </Link>
          </Title>
          {paused && (
            <Badge color="gray" variant="light" c="var(--mantine-color-text)" tt="none">
              {texts.paused}
            </Badge>
          )}
        </Group>
        <Text size="sm">{description}</Text>
        <Text size="xs" c="dimmed">
          {titleOf(schedule.type)} ·{' '}
          <Text component="code" inherit ff="monospace">
            {schedule.cron}
          </Text>{' '}
          · {timeZone}
        </Text>
        <Text size="sm" mt={6}>
          {nextRunAt && (
            <>
              {texts.next} <ExactTime at={nextRunAt} />
            </>
          )}
          {lastRunAt && (
            <Text span c="dimmed">
              {nextRunAt && ' · '}
              {texts.last}{' '}
              {lastTaskId ? (
                <Anchor component={Link} to={`/tasks/${lastTaskId}`} c="var(--mill-accent)" inherit>
                  <RelativeTime at={lastRunAt} />
                </Anchor>
              ) : (
                <RelativeTime at={lastRunAt} />
              )}
            </Text>
          )}
        </Text>
        {notice && (
          <Text size="sm" c="dimmed" role="note">
            {withCurlyQuotes(notice)}
          </Text>
        )}
        {lastError && (
          <Text size="sm" c="var(--mantine-color-error)">
            {texts.lastError} {lastError}
          </Text>
        )}
      </div>
      <ScheduleActions schedule={schedule} />
    </article>
  );
}
