import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { texts } from '../../../lib/texts';
import { Confirm } from '../../../lib/ui/Confirm';
import { tellFailure } from '../../../lib/ui/tellFailure';
import { RelativeTime } from '../../../lib/ui/time';
import { type Mode, type Queue, useQueueChanges } from '../api/useAdmin';
import { LimitDialog } from './LimitDialog';

const OFFERED: Record<Queue['mode'], Mode[]> = {
  OPEN: ['pause', 'drain'],
  PAUSED: ['resume', 'drain'],
  DRAINING: ['resume', 'pause'],
};
const COLOURS = { OPEN: 'teal', PAUSED: 'yellow', DRAINING: 'orange' };

export function QueueRow({ queue }: { queue: Queue }) {
  const [asked, setAsked] = useState<'limit' | 'pause' | 'drain' | null>(null);
  const { turn } = useQueueChanges(queue.name);
  const resume = useMutation({ mutationFn: () => turn('resume'), onError: tellFailure });
  const close = () => setAsked(null);
  return (
    <Table.Tr>
      <Table.Th scope="row">{queue.name}</Table.Th>
      <Table.Td>
        <Badge color={COLOURS[queue.mode]} variant="light" c="var(--mantine-color-text)" tt="none">
          {texts.admin.modes[queue.mode]}
        </Badge>
      </Table.Td>
      <Table.Td>{amount(queue.waiting)}</Table.Td>
      <Table.Td>{queue.oldestWaitingAt ? <RelativeTime at={queue.oldestWaitingAt} /> : '—'}</Table.Td>
      <Table.Td>{amount(queue.delayed)}</Table.Td>
      <Table.Td>{amount(queue.kept)}</Table.Td>
      <Table.Td>
        {amount(queue.inFlight)} / {queue.maxRunning ?? '∞'}
      </Table.Td>
      <Table.Td>
        {queue.workers === 0 ? (
          <Text size="sm" c="var(--mantine-color-error)" fw={600}>
            {texts.admin.noWorkersHere}
          </Text>
        ) : (
          texts.admin.staff(queue.workers, queue.slots)
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap" role="group" aria-label={texts.admin.queueActions(queue.name)}>
          {OFFERED[queue.mode].map((mode) => (
            <Button
              key={mode}
              size="compact-xs"
              variant="default"
              loading={mode === 'resume' && resume.isPending}
              onClick={() => (mode === 'resume' ? resume.mutate() : setAsked(mode))}
            >
              {texts.admin.turn[mode]}
            </Button>
          ))}
          <Button size="compact-xs" variant="default" onClick={() => setAsked('limit')}>
            {texts.admin.limit}
          </Button>
        </Group>
        {asked === 'limit' && <LimitDialog queue={queue} onClose={close} />}
        {(asked === 'pause' || asked === 'drain') && (
          <Confirm
            title={texts.admin.turnTitle[asked](queue.name)}
            action={texts.admin.turn[asked]}
            onConfirm={() => turn(asked)}
            onClose={close}
          >
            <Text size="sm">{texts.admin.turnText[asked]}</Text>
          </Confirm>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Figures are counted up to 100,000. */
function amount(count: number): string {
  return count >= 100_000 ? '100,000+' : count.toLocaleString('en');
}
