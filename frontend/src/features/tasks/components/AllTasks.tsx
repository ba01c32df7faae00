import { Group, Text } from '@mantine/core';
import { PageTitle } from '@/lib/ui/PageTitle';
import { ScopeContext } from '../api/scope';
import { useFilter } from '../api/useFilter';
import { texts } from '../texts';
import { ColumnMenu } from './ColumnMenu';
import { TaskFilters } from './TaskFilters';
import { TaskPage } from './TaskPage';
import { Tasks } from './Tasks';

/** The tasks of all users, for an operator. */
export function AllTasks() {
  const { filter } = useFilter();
  return (
    <ScopeContext value="all">
      <Group justify="space-between" mb="lg">
        <div>
          <PageTitle>{texts.admin.tasks}</PageTitle>
          <Text c="dimmed">{texts.admin.tasksLead}</Text>
        </div>
        <ColumnMenu />
      </Group>
      <TaskFilters />
      <Tasks key={JSON.stringify(filter)} />
    </ScopeContext>
  );
}

export function AnyTask() {
  return (
    <ScopeContext value="all">
      <TaskPage />
    </ScopeContext>
  );
}
