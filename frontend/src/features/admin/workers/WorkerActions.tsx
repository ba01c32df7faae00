import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/lib/ui/Confirm';
import { tellFailure } from '@/lib/ui/tellFailure';
import { adminTexts } from '../texts';
import { texts } from './texts';
import { type Order, useOrder, type Worker } from './useWorkers';

/** What can be told to a worker; nothing any more to one that stops. */
export function WorkerActions({ worker: { id, quiet, stopping } }: { worker: Worker }) {
  const [asked, setAsked] = useState<'quiet' | 'stop' | null>(null);
  const order = useOrder(id);
  const resume = useMutation({ mutationFn: () => tell('resume'), onError: tellFailure });

  async function tell(wanted: Order) {
    await order(wanted);
    notifications.show({ message: texts.turnDone[wanted](id), color: 'teal' });
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
          {texts.turn.resume}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setAsked('quiet')}>
          {texts.turn.quiet}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        c="var(--mantine-color-error)"
        onClick={() => setAsked('stop')}
      >
        {texts.turn.stop}
      </Button>
      {asked && (
        <Confirm
          title={texts.turnTitle[asked](id)}
          action={texts.turn[asked]}
          danger={asked === 'stop'}
          onConfirm={() => tell(asked)}
          onClose={() => setAsked(null)}
        >
          <Text size="sm">{texts.turnText[asked]}</Text>
        </Confirm>
      )}
    </Group>
  );
}
