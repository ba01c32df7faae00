import { Anchor, Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { Link } from 'react-router';
import { WarningIcon } from '@/lib/ui/icons';
import { Meter } from '../parts/Meter';
import { amount, cappedAmount } from '../parts/numbers';
import { texts } from './texts';
import type { Queue } from './useQueues';

const COLOURS = { OPEN: 'teal', PAUSED: 'yellow', DRAINING: 'orange' };

export function QueueName({ queue: { name, mode, leader, declaredByAdmin } }: { queue: Queue }) {
  return (
    <Stack gap={2} align="flex-start">
      <Tooltip label={leader ? texts.leader(leader) : texts.noLeader} withArrow>
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
          {texts.modes[mode]}
        </Badge>
        {declaredByAdmin && (
          <Text size="xs" c="dimmed" title={texts.createdManuallyHelp}>
            {texts.createdManually}
          </Text>
        )}
      </Group>
    </Stack>
  );
}

export function InFlight({ queue: { name, inFlight, maxRunning } }: { queue: Queue }) {
  const text = texts.ofLimit(
    cappedAmount(inFlight),
    maxRunning === null ? texts.noLimit : amount(maxRunning),
  );
  return (
    <div style={{ minWidth: 72 }}>
      {text}
      {maxRunning !== null && maxRunning > 0 && (
        <Meter label={texts.inFlight(name)} value={inFlight / maxRunning} text={text} highFrom={1} />
      )}
    </div>
  );
}

export function WorkerCount({ queue: { workers, slots } }: { queue: Queue }) {
  if (workers > 0) {
    return (
      <>
        {texts.workers(workers)}
        <Text size="xs" c="dimmed">
          {texts.slots(slots)}
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
      title={texts.noWorkersHelp}
    >
      {texts.noWorkers}
    </Badge>
  );
}
