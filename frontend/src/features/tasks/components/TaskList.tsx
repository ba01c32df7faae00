import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { PlusIcon } from '@/lib/ui/icons';
import { PageTitle } from '@/lib/ui/PageTitle';
import { useFilter } from '../api/useFilter';
import { texts } from '../texts';
import { ColumnMenu } from './ColumnMenu';
import { TaskFilters } from './TaskFilters';
import { Tasks } from './Tasks';

/** My tasks. */
export function TaskList() {
  const { filter } = useFilter();
  return (
    <>
      <Group justify="space-between" mb="lg">
        <PageTitle>{texts.list.title}</PageTitle>
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
            {texts.list.submit}
          </Button>
        </Group>
      </Group>
      <TaskFilters />
      <Tasks key={JSON.stringify(filter)} />
    </>
  );
}
