import { Group, Progress, Text } from '@mantine/core';
import type { Task } from '@/lib/api/client';
import { taskTexts } from './texts';

export function TaskProgress({ task, title }: { task: Task; title: string }) {
  const percent = Math.round(task.progress * 100);
  return (
    <div>
      <Progress.Root size="sm" radius="xl" transitionDuration={200}>
        <Progress.Section
          value={percent}
          animated
          aria-label={taskTexts.progress(title)}
          aria-valuetext={[`${percent} %`, task.progressMessage].filter(Boolean).join(', ')}
        />
      </Progress.Root>
      <Group justify="space-between" gap="xs" mt={4} wrap="nowrap">
        <Text size="xs" c="dimmed" truncate>
          {task.progressMessage ?? '\u00a0'}
        </Text>
        <Text size="xs" c="dimmed" ff="monospace">
          {percent} %
        </Text>
      </Group>
    </div>
  );
}
