import { Alert, Group, Text, Title } from '@mantine/core';
import type { TaskType } from '@/lib/api/client';
import { taskTexts } from '@/lib/tasks/texts';
import { ClockIcon } from '@/lib/ui/icons';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import { Workers } from './Workers';

export function TypeHeading({ type }: { type: TaskType }) {
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          {type.title}
        </Title>
        <Workers type={type} />
      </Group>
      <Text c="dimmed" mt={4}>
        {type.description}
      </Text>
      {(type.workersOnline === 0 || type.notice) && (
        <Alert color="yellow" icon={<ClockIcon />} mt="md" role="note">
          <Text size="sm" c="var(--mantine-color-text)">
            {type.workersOnline === 0 ? taskTexts.willWait : withCurlyQuotes(type.notice ?? '')}
          </Text>
        </Alert>
      )}
    </>
  );
}
