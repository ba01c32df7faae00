import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Confirm } from '@/lib/ui/Confirm';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { uiTexts } from '@/lib/ui/texts';
import { type Schedule, useScheduleChanges } from '../api/useSchedules';
import { texts } from '../texts';

interface ScheduleActionsProps {
  schedule: Schedule;
  onDeleted?: () => void;
}

/** The actions for a schedule. */
export function ScheduleActions({ schedule, onDeleted }: ScheduleActionsProps) {
  const [deleting, setDeleting] = useState(false);
  const changes = useScheduleChanges(schedule.id);
  const run = useMutation({
    mutationFn: changes.runNow,
    onError: notifyFailure,
    onSuccess: () => notifications.show({ message: texts.started(schedule.name), color: 'teal' }),
  });
  const setPaused = useMutation({
    mutationFn: schedule.paused ? changes.resume : changes.pause,
    onError: notifyFailure,
  });

  async function remove() {
    await changes.remove();
    onDeleted?.();
  }

  return (
    <Group gap="xs" role="group" aria-label={texts.actions(schedule.name)}>
      <Button size="xs" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
        {texts.runNow}
      </Button>
      <Button size="xs" variant="default" loading={setPaused.isPending} onClick={() => setPaused.mutate()}>
        {schedule.paused ? texts.resume : texts.pause}
      </Button>
      <Button component={Link} to={`/schedules/${schedule.id}/edit`} size="xs" variant="default">
        {texts.editNow}
      </Button>
      <Button size="xs" variant="default" c="var(--mantine-color-error)" onClick={() => setDeleting(true)}>
        {uiTexts.delete}
      </Button>
      {deleting && (
        <Confirm
          title={uiTexts.deleteTitle(schedule.name)}
          action={texts.deleteNow}
          danger
          onConfirm={remove}
          onClose={() => setDeleting(false)}
        >
          <Text size="sm">{texts.deleteText}</Text>
        </Confirm>
      )}
    </Group>
  );
}
