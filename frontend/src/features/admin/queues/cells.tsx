import { Anchor, Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { Link } from 'react-router';
import { adminTexts } from '@/lib/adminTexts';
import { WarningIcon } from '@/lib/ui/icons';
import { amount, cappedAmount } from '../parts/figures';
import { Meter } from '../parts/Meter';
import type { Queue } from './useQueues';

const words = adminTexts.queues;
const COLOURS = { OPEN: 'teal', PAUSED: 'yellow', DRAINING: 'orange' };

export function QueueName({ queue: { name, mode, leader, madeByAdmin } }: { queue: Queue }) {
  return (
    <Stack gap={2} align="flex-start">
      <Tooltip label={leader ? words.leader(leader) : words.noLeader} withArrow>
        <Anchor
          component={Link}
          to={`/admin/tasks?queue=${encodeURIComponent(name)}`}
          size="sm"
          fw={600}
          c="var(--mantine-color-text)"
        >
          {name}
        </Anchor>
      </Tooltip>
      <Group gap={6}>
        <Badge color={COLOURS[mode]} variant="light" size="sm" c="var(--mantine-color-text)" tt="none">
          {words.modes[mode]}
        </Badge>
        {madeByAdmin && (
          <Text size="xs" c="dimmed" title={words.madeHelp}>
            {words.made}
          </Text>
        )}
      </Group>
    </Stack>
  );
}

export function InFlight({ queue: { name, inFlight, maxRunning } }: { queue: Queue }) {
  const text = words.ofLimit(
    cappedAmount(inFlight),
    maxRunning === null ? words.noLimit : amount(maxRunning),
  );
  return (
    <div style={{ minWidth: 72 }}>
      {text}
      {maxRunning !== null && maxRunning > 0 && (
        <Meter label={words.inFlight(name)} value={inFlight / maxRunning} text={text} highFrom={1} />
      )}
    </div>
  );
}

export function Staff({ queue: { workers, slots } }: { queue: Queue }) {
  if (workers > 0) {
    return (
      <>
        {words.staff(workers)}
        <Text size="xs" c="dimmed">
          {words.slots(slots)}
        </Text>
      </>
    );
  }
  return (
    <Badge
      component="span"
      color="red"
      variant="light"
      c="var(--mantine-color-error)"
      tt="none"
      leftSection={<WarningIcon size={12} />}
      title={words.noWorkersHelp}
    >
      {words.noWorkers}
    </Badge>
  );
}
