import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { adminTexts } from '@/lib/adminTexts';
import { useRoles } from '@/lib/session/useRoles';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { texts } from '@/lib/texts';
import { Confirm } from '@/lib/ui/Confirm';
import { RelativeTime } from '@/lib/ui/time';
import { amount } from '../parts/figures';
import { TextLink } from '../parts/TextLink';
import { failedTasksOf } from './addresses';
import classes from './DeadLetters.module.css';
import { EditGroupDialog } from './EditGroupDialog';
import { type DeadLetterGroup, useRetryGroup } from './useDeadLetters';

const words = adminTexts.dead;

/** Tasks of one type that failed for good in the same way. */
export function DeadGroup({ group }: { group: DeadLetterGroup }) {
  const { type, errorType, count, newest } = group;
  const id = useId();
  const [asked, setAsked] = useState<'retry' | 'edit' | null>(null);
  const title = useTaskTypeTitle()(type);
  const retry = useRetryGroup(group);
  const { mayChange } = useRoles();
  const close = () => setAsked(null);

  async function retryAll() {
    notifications.show({ message: texts.bulk.done.retry(await retry()), color: 'teal' });
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
            {words.show}
          </Button>
          {mayChange && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => setAsked('edit')}>
                {words.editAll}
              </Button>
              <Button size="compact-sm" onClick={() => setAsked('retry')}>
                {words.retryAll}
              </Button>
            </>
          )}
        </Group>
      </Group>
      <Text size="sm">{newest.error?.message ?? errorType}</Text>
      <Text size="xs" c="dimmed">
        <code>{errorType}</code>
        {' · '}
        <TextLink to={`/admin/tasks/${newest.id}`}>{words.newest}</TextLink>{' '}
        <RelativeTime at={newest.finishedAt ?? newest.createdAt} />
      </Text>
      {asked === 'retry' && (
        <Confirm
          title={texts.bulk.title.retry}
          action={texts.bulk.now.retry(count)}
          onConfirm={retryAll}
          onClose={close}
        >
          <Text size="sm">{texts.bulk.ask.retry(count)}</Text>
        </Confirm>
      )}
      {asked === 'edit' && <EditGroupDialog group={group} title={title} onClose={close} />}
    </article>
  );
}
