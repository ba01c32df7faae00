import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { adminTexts } from '@/lib/adminTexts';
import { Confirm } from '@/lib/ui/Confirm';
import { tellFailure } from '@/lib/ui/tellFailure';
import { DeleteQueueDialog } from './DeleteQueueDialog';
import { LimitDialog } from './LimitDialog';
import { type Mode, type Queue, useQueueChanges } from './useQueues';

const words = adminTexts.queues;
const OFFERED: Record<Queue['mode'], Mode[]> = {
  OPEN: ['pause', 'drain'],
  PAUSED: ['resume', 'drain'],
  DRAINING: ['resume', 'pause'],
};

export function QueueActions({ queue }: { queue: Queue }) {
  const { name, mode } = queue;
  const [asked, setAsked] = useState<'limit' | 'pause' | 'drain' | 'delete' | null>(null);
  const { turn } = useQueueChanges(name);
  const resume = useMutation({ mutationFn: () => turn('resume'), onError: tellFailure });
  const close = () => setAsked(null);
  return (
    <>
      <Group gap={6} wrap="nowrap" justify="flex-end" role="group" aria-label={adminTexts.actionsOn(name)}>
        {OFFERED[mode].map((offered) => (
          <Button
            key={offered}
            size="compact-xs"
            variant="default"
            loading={offered === 'resume' && resume.isPending}
            onClick={() => (offered === 'resume' ? resume.mutate() : setAsked(offered))}
          >
            {words.turn[offered]}
          </Button>
        ))}
        <Button size="compact-xs" variant="default" onClick={() => setAsked('limit')}>
          {words.limit}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setAsked('delete')}>
          {words.delete}
        </Button>
      </Group>
      {asked === 'delete' && <DeleteQueueDialog queue={queue} onClose={close} />}
      {asked === 'limit' && <LimitDialog name={name} maxRunning={queue.maxRunning} onClose={close} />}
      {(asked === 'pause' || asked === 'drain') && (
        <Confirm
          title={words.turnTitle[asked](name)}
          action={words.turn[asked]}
          onConfirm={() => turn(asked)}
          onClose={close}
        >
          <Text size="sm">{words.turnText[asked]}</Text>
        </Confirm>
      )}
    </>
  );
}
