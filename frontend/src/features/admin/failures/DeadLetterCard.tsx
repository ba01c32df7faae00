import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useRoles } from '@/lib/session/useRoles';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { Confirm } from '@/lib/ui/Confirm';
import { RelativeTime } from '@/lib/ui/time';
import { amount } from '../parts/numbers';
import { TextLink } from '../parts/TextLink';
import { failedTasksOf } from './addresses';
import classes from './DeadLetters.module.css';
import { EditGroupDialog } from './EditGroupDialog';
import { deadLetterTexts } from './texts';
import { type DeadLetterGroup, useRetryGroup } from './useDeadLetters';

/** A group of dead letters: tasks of one type that failed permanently with the same error type. */
export function DeadLetterCard({ group }: { group: DeadLetterGroup }) {
  const { type, errorType, count, newest } = group;
  const id = useId();
  const [asked, setAsked] = useState<'retry' | 'edit' | null>(null);
  const title = useTaskTypeTitle()(type);
  const retry = useRetryGroup(group);
  const { mayChange } = useRoles();
  const close = () => setAsked(null);

  async function retryAll() {
    notifications.show({ message: taskTexts.bulk.done.retry(await retry()), color: 'teal' });
  }

  return (
    <article className={classes.group} aria-labelledby={id}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Title order={2} size="h6" id={id}>
            {title}
          </Title>
          <Badge color="red" variant="light" c="var(--mantine-color-error)">
            {amount(count)}
          </Badge>
        </Group>
        <Group gap={6}>
          <Button component={Link} to={failedTasksOf(type, errorType)} size="compact-sm" variant="default">
            {deadLetterTexts.show}
          </Button>
          {mayChange && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => setAsked('edit')}>
                {deadLetterTexts.editAll}
              </Button>
              <Button size="compact-sm" onClick={() => setAsked('retry')}>
                {deadLetterTexts.retryAll}
              </Button>
            </>
          )}
        </Group>
      </Group>
      <Text size="sm">{newest.error?.message ?? errorType}</Text>
      <Text size="xs" c="dimmed">
        <code>{errorType}</code>
        {' · '}
        <TextLink to={`/admin/tasks/${newest.id}`}>{deadLetterTexts.newest}</TextLink>{' '}
        <RelativeTime at={newest.finishedAt ?? newest.createdAt} />
      </Text>
      {asked === 'retry' && (
        <Confirm
          title={taskTexts.bulk.title.retry}
          action={taskTexts.bulk.now.retry(count)}
          onConfirm={retryAll}
          onClose={close}
        >
          <Text size="sm">{taskTexts.bulk.ask.retry(count)}</Text>
        </Confirm>
      )}
      {asked === 'edit' && <EditGroupDialog group={group} title={title} onClose={close} />}
    </article>
  );
}
