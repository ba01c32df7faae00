import { Button, Center, Group, Skeleton, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useTaskTypeTitle } from '../../../lib/tasks/useTaskTypes';
import { texts } from '../../../lib/texts';
import { PlusIcon } from '../../../lib/ui/icons';
import { Empty, Failure } from '../../../lib/ui/notices';
import { useTasks } from '../api/useTasks';
import classes from './TaskList.module.css';
import { TaskRow } from './TaskRow';

export function TaskList() {
  return (
    <>
      <Group justify="space-between" mb="lg">
        <Title order={1} size="h3">
          {texts.tasks.title}
        </Title>
        <Button
          component={Link}
          to="/submit"
          variant="light"
          leftSection={<PlusIcon size={16} />}
          hiddenFrom="sm"
        >
          {texts.tasks.submit}
        </Button>
      </Group>
      <Tasks />
    </>
  );
}

function Tasks() {
  const { data, error, isPending, isFetchNextPageError, refetch, ...more } = useTasks();
  const titleOf = useTaskTypeTitle();
  if (isPending) {
    return <Placeholder />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const tasks = data.pages.flatMap((page) => page.items);
  if (tasks.length === 0) {
    return (
      <Empty title={texts.tasks.emptyTitle} text={texts.tasks.empty}>
        <Button component={Link} to="/submit">
          {texts.tasks.submitFirst}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label={texts.tasks.list}>
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskRow task={task} title={titleOf(task.type)} />
          </li>
        ))}
      </ul>
      {error && (
        <Center mt="md">
          <Failure
            error={error}
            onRetry={() => void (isFetchNextPageError ? more.fetchNextPage() : refetch())}
          />
        </Center>
      )}
      {more.hasNextPage && (
        <Center mt="lg">
          <Button
            variant="default"
            loading={more.isFetchingNextPage}
            onClick={() => void more.fetchNextPage()}
          >
            {texts.tasks.more}
          </Button>
        </Center>
      )}
    </>
  );
}

function Placeholder() {
  return (
    <div className={classes.list} role="status" aria-label={texts.tasks.loading}>
      {[70, 55, 62, 48].map((width) => (
        <div key={width} className={classes.placeholder}>
          <Skeleton height={22} width={104} radius="xl" />
          <Skeleton height={14} width={`${width}%`} />
        </div>
      ))}
    </div>
  );
}
