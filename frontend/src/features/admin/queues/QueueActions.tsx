import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/lib/ui/Confirm';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { adminTexts } from '../texts';
import { DeleteQueueDialog } from './DeleteQueueDialog';
import { LimitDialog } from './LimitDialog';
import { texts } from './texts';
import { type Mode, type Queue, useQueueChanges } from './useQueues';

const OFFERED: Record<Queue['mode'], Mode[]> = {
  OPEN: ['pause', 'drain'],
  PAUSED: ['resume', 'drain'],
  DRAINING: ['resume', 'pause'],
};

export function QueueActions({ queue }: { queue: Queue }) {
  const { name, mode } = queue;
  const [asked, setAsked] = useState<'limit' | 'pause' | 'drain' | 'delete' | null>(null);
  const { setMode } = useQueueChanges(name);
  const resume = useMutation({ mutationFn: () => setMode('resume'), onError: notifyFailure });
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
            {texts.action[offered]}
          </Button>
        ))}
        <Button size="compact-xs" variant="default" onClick={() => setAsked('limit')}>
          {texts.limit}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setAsked('delete')}>
          {texts.delete}
        </Button>
      </Group>
      {asked === 'delete' && <DeleteQueueDialog queue={queue} onClose={close} />}
      {asked === 'limit' && <LimitDialog name={name} maxRunning={queue.maxRunning} onClose={close} />}
      {(asked === 'pause' || asked === 'drain') && (
        <Confirm
          title={texts.confirmTitle[asked](name)}
          action={texts.action[asked]}
          onConfirm={() => setMode(asked)}
          onClose={close}
        >
          <Text size="sm">{texts.confirmText[asked]}</Text>
        </Confirm>
      )}
    </>
  );
}
