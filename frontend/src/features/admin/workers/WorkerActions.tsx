import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/lib/ui/Confirm';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { adminTexts } from '../texts';
import { texts } from './texts';
import { type Order, useOrder, type Worker } from './useWorkers';

/** The commands for a worker. A stopping worker takes none. */
export function WorkerActions({ worker: { id, quiet, stopping } }: { worker: Worker }) {
  const [asked, setAsked] = useState<'quiet' | 'stop' | null>(null);
  const order = useOrder(id);
  const resume = useMutation({ mutationFn: () => send('resume'), onError: notifyFailure });

  async function send(wanted: Order) {
    await order(wanted);
    notifications.show({ message: texts.actionDone[wanted](id), color: 'teal' });
  }

  if (stopping) {
    return null;
  }
  return (
    <Group gap={6} role="group" aria-label={adminTexts.actionsOn(id)}>
      {quiet ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={resume.isPending}
          onClick={() => resume.mutate()}
        >
          {texts.action.resume}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setAsked('quiet')}>
          {texts.action.quiet}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        c="var(--mantine-color-error)"
        onClick={() => setAsked('stop')}
      >
        {texts.action.stop}
      </Button>
      {asked && (
        <Confirm
          title={texts.confirmTitle[asked](id)}
          action={texts.action[asked]}
          danger={asked === 'stop'}
          onConfirm={() => send(asked)}
          onClose={() => setAsked(null)}
        >
          <Text size="sm">{texts.confirmText[asked]}</Text>
        </Confirm>
      )}
    </Group>
  );
}
