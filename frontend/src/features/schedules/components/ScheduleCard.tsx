import { Anchor, Badge, Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useTaskTypeTitle } from '../../../lib/tasks/useTaskTypes';
import { texts } from '../../../lib/texts';
import { Confirm } from '../../../lib/ui/Confirm';
import { tellFailure } from '../../../lib/ui/tellFailure';
import { ExactTime, RelativeTime } from '../../../lib/ui/time';
import { type Schedule, useScheduleChanges } from '../api/useSchedules';
import classes from './Schedules.module.css';

export function ScheduleCard({ schedule }: { schedule: Schedule }) {
  const id = useId();
  const titleOf = useTaskTypeTitle();
  const { name, description, timeZone, paused, nextRunAt, lastRunAt, lastTaskId, lastError } = schedule;
  return (
    <article className={classes.card} aria-labelledby={id}>
      <div>
        <Group gap="xs">
          <Title order={2} size="h6" id={id}>
            {name}
          </Title>
          {paused && (
            <Badge color="gray" variant="light" c="var(--mantine-color-text)" tt="none">
              {texts.schedules.paused}
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
              {texts.schedules.next} <ExactTime at={nextRunAt} />
            </>
          )}
          {lastRunAt && (
            <Text span c="dimmed">
              {nextRunAt && ' · '}
              {texts.schedules.last}{' '}
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
        {lastError && (
          <Text size="sm" c="var(--mantine-color-error)">
            {texts.schedules.lastError} {lastError}
          </Text>
        )}
      </div>
      <Actions schedule={schedule} />
    </article>
  );
}

function Actions({ schedule }: { schedule: Schedule }) {
  const [deleting, setDeleting] = useState(false);
  const changes = useScheduleChanges(schedule.id);
  const run = useMutation({
    mutationFn: changes.runNow,
    onError: tellFailure,
    onSuccess: () => notifications.show({ message: texts.schedules.started(schedule.name), color: 'teal' }),
  });
  const turn = useMutation({
    mutationFn: schedule.paused ? changes.resume : changes.pause,
    onError: tellFailure,
  });
  return (
    <Group gap="xs" role="group" aria-label={texts.schedules.actions(schedule.name)}>
      <Button size="xs" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
        {texts.schedules.runNow}
      </Button>
      <Button size="xs" variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
        {schedule.paused ? texts.schedules.resume : texts.schedules.pause}
      </Button>
      <Button size="xs" variant="default" c="var(--mantine-color-error)" onClick={() => setDeleting(true)}>
        {texts.actions.delete}
      </Button>
      {deleting && (
        <Confirm
          title={texts.actions.deleteTitle(schedule.name)}
          action={texts.schedules.deleteNow}
          danger
          onConfirm={changes.remove}
          onClose={() => setDeleting(false)}
        >
          <Text size="sm">{texts.schedules.deleteText}</Text>
        </Confirm>
      )}
    </Group>
  );
}
