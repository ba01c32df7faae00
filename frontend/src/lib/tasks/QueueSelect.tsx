import { Alert, NativeSelect, Text } from '@mantine/core';
import type { TaskType } from '@/lib/api/client';
import { ClockIcon } from '@/lib/ui/icons';
import { taskTexts } from './texts';
import { useQueueChoices } from './useQueueChoices';
import { waitReason } from './waitReason';

interface QueueSelectProps {
  type: TaskType;
  /** Empty: the task type's own. */
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

/** Says before anything is sent that tasks would wait in the queue that was chosen. */
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
