import { Group, Text, Title } from '@mantine/core';
import { texts } from '../../../lib/texts';
import { ScopeContext } from '../api/scope';
import { useFilter } from '../api/useFilter';
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
          <Title order={1} size="h3">
            {texts.admin.tasks}
          </Title>
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
