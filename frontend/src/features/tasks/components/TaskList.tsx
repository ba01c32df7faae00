import { Button, Group, Title } from '@mantine/core';
import { Link } from 'react-router';
import { texts } from '../../../lib/texts';
import { PlusIcon } from '../../../lib/ui/icons';
import { useFilter } from '../api/useFilter';
import { ColumnMenu } from './ColumnMenu';
import { TaskFilters } from './TaskFilters';
import { Tasks } from './Tasks';

/** My tasks. */
export function TaskList() {
  const { filter } = useFilter();
  return (
    <>
      <Group justify="space-between" mb="lg">
        <Title order={1} size="h3">
          {texts.tasks.title}
        </Title>
        <Group gap="xs">
          <ColumnMenu />
          <Button
            component={Link}
            to="/submit"
            size="xs"
            variant="light"
            leftSection={<PlusIcon size={15} />}
            hiddenFrom="sm"
          >
            {texts.tasks.submit}
          </Button>
        </Group>
      </Group>
      <TaskFilters />
      <Tasks key={JSON.stringify(filter)} />
    </>
  );
}
