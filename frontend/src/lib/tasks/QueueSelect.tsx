import { Alert, NativeSelect, Text } from '@mantine/core';
import type { TaskType } from '@/lib/api/client';
import { ClockIcon } from '@/lib/ui/icons';
import { taskTexts } from './texts';
import { useQueueChoices } from './useQueueChoices';
import { waitReason } from './waitReason';

interface QueueSelectProps {
  type: TaskType;
  /** Empty for the default queue of the task type. */
  value: string;
  onChange: (queue: string) => void;
  error?: string | undefined;
}

/** Chooses the queue for tasks of a type. */
export function QueueSelect({ type, value, onChange, error }: QueueSelectProps) {
  const { data: queues = [] } = useQueueChoices();
  const others = queues.filter(({ name }) => name !== type.queue);
  const isGone = value !== '' && !others.some(({ name }) => name === value);
  return (
    <NativeSelect
      label={taskTexts.queue.label}
      description={taskTexts.queue.help}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      data={[
        { value: '', label: taskTexts.queue.own(type.queue) },
        ...others.map(({ name }) => ({ value: name, label: name })),
        ...(isGone ? [{ value, label: value }] : []),
      ]}
    />
  );
}

/** Warns before submission that tasks would wait in the chosen queue. */
export function QueueNotice({ type, queue }: { type: TaskType; queue: string }) {
  const { data: queues = [] } = useQueueChoices();
  const chosen = queues.find(({ name }) => name === queue);
  const why = chosen ? waitReason(type, chosen) : null;
  return (
    why && (
      <Alert color="yellow" icon={<ClockIcon />} mt="md" role="note">
        <Text size="sm" c="var(--mantine-color-text)">
          {why}
        </Text>
      </Alert>
    )
  );
}
