import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { adminTexts } from '@/lib/adminTexts';
import { Confirm } from '@/lib/ui/Confirm';
import { tellFailure } from '@/lib/ui/tellFailure';
import { type Order, useOrder, type Worker } from './useWorkers';

const words = adminTexts.workers;

/** What can be told to a worker; nothing any more to one that stops. */
export function WorkerActions({ worker: { id, quiet, stopping } }: { worker: Worker }) {
  const [asked, setAsked] = useState<'quiet' | 'stop' | null>(null);
  const order = useOrder(id);
  const resume = useMutation({ mutationFn: () => tell('resume'), onError: tellFailure });

  async function tell(wanted: Order) {
    await order(wanted);
    notifications.show({ message: words.turnDone[wanted](id), color: 'teal' });
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
          {words.turn.resume}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setAsked('quiet')}>
          {words.turn.quiet}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        c="var(--mantine-color-error)"
        onClick={() => setAsked('stop')}
      >
        {words.turn.stop}
      </Button>
      {asked && (
        <Confirm
          title={words.turnTitle[asked](id)}
          action={words.turn[asked]}
          danger={asked === 'stop'}
          onConfirm={() => tell(asked)}
          onClose={() => setAsked(null)}
        >
          <Text size="sm">{words.turnText[asked]}</Text>
        </Confirm>
      )}
    </Group>
  );
}
