import { Anchor, Badge, Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useTaskTypeTitle } from '../../../lib/tasks/useTaskTypes';
import { texts } from '../../../lib/texts';
import { Confirm } from '../../../lib/ui/Confirm';
import { Empty, Failure, Loading } from '../../../lib/ui/notices';
import { RelativeTime } from '../../../lib/ui/time';
import { type DeadLetterGroup, useDeadLetters, useRetryGroup } from '../api/useAdmin';
import classes from './Admin.module.css';

export function DeadLetters() {
  const { data, error, isPending, refetch } = useDeadLetters();
  if (isPending) {
    return <Loading label={texts.admin.loading} />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <Title order={1} size="h3">
        {texts.admin.deadLetters}
      </Title>
      <Text c="dimmed" mb="lg">
        {texts.admin.deadLettersLead}
      </Text>
      {data.length === 0 && <Empty title={texts.admin.noDeadTitle} text={texts.admin.noDead} />}
      <ul className={classes.groups}>
        {data.map((group) => (
          <li key={`${group.type} ${group.errorType}`}>
            <FailedAlike group={group} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FailedAlike({ group }: { group: DeadLetterGroup }) {
  const id = useId();
  const [asked, setAsked] = useState(false);
  const title = useTaskTypeTitle()(group.type);
  const retry = useRetryGroup(group);
  const address = `type=${encodeURIComponent(group.type)}&errorType=${encodeURIComponent(group.errorType)}`;

  async function retryAll() {
    const count = await retry.mutateAsync();
    notifications.show({ message: texts.bulk.done.retry(count), color: 'teal' });
  }

  return (
    <article className={classes.group} aria-labelledby={id}>
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={2} size="h6" id={id}>
            {title}
          </Title>
          <Text component="code" size="sm" ff="monospace">
            {group.errorType}
          </Text>
          <Badge color="red" variant="light" c="var(--mantine-color-text)">
            {group.count.toLocaleString('en')}
          </Badge>
        </Group>
        <Group gap="xs">
          <Button component={Link} to={`/admin/tasks?state=FAILED&${address}`} size="xs" variant="default">
            {texts.admin.showThem}
          </Button>
          <Button size="xs" onClick={() => setAsked(true)}>
            {texts.admin.retryAll}
          </Button>
        </Group>
      </Group>
      <Text size="sm">
        {group.newest.error?.message ?? group.errorType}{' '}
        <Text span size="xs" c="dimmed">
          <Anchor component={Link} to={`/admin/tasks/${group.newest.id}`} c="var(--mill-accent)" inherit>
            {texts.admin.newest}
          </Anchor>{' '}
          <RelativeTime at={group.newest.finishedAt ?? group.newest.createdAt} />
        </Text>
      </Text>
      {asked && (
        <Confirm
          title={texts.bulk.title.retry}
          action={texts.bulk.now.retry(group.count)}
          onConfirm={retryAll}
          onClose={() => setAsked(false)}
        >
          <Text size="sm">{texts.bulk.ask.retry(group.count)}</Text>
        </Confirm>
      )}
    </article>
  );
}
