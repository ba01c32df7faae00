import { Badge, Stack, Text } from '@mantine/core';
import { useRoles } from '@/lib/session/useRoles';
import { Empty } from '@/lib/ui/notices';
import { RelativeTime } from '@/lib/ui/time';
import { type Column, DataTable } from '../parts/DataTable';
import { Read, Screen } from '../parts/Screen';
import { adminTexts } from '../texts';
import { TypeActions } from './TypeActions';
import { texts } from './texts';
import { type Type, useTypes } from './useTypes';

const { columns: titles, ...words } = texts;

const FACTS: Column<Type>[] = [
  { key: 'type', title: titles.type, cell: (type) => <TypeName type={type} /> },
  { key: 'queue', title: titles.queue, cell: ({ queue }) => queue },
  { key: 'workers', title: titles.workers, cell: ({ workersOnline }) => words.workers(workersOnline) },
  {
    key: 'offered',
    title: titles.offered,
    cell: ({ workersOnline, offeredAt }) => (workersOnline > 0 ? words.now : <RelativeTime at={offeredAt} />),
  },
];
const ACTIONS: Column<Type> = {
  key: 'actions',
  title: adminTexts.actions,
  actions: true,
  cell: (type) => <TypeActions type={type} />,
};

/** The task types that workers have announced, and when a worker last offered each. */
export function Types() {
  const types = useTypes();
  const { mayChange } = useRoles();
  return (
    <Screen title={words.title} lead={words.lead}>
      <Read reading={types}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.none} text={words.noneText} />
          ) : (
            <DataTable
              label={words.title}
              columns={mayChange ? [...FACTS, ACTIONS] : FACTS}
              rows={rows}
              keyOf={({ name }) => name}
              nameOf={({ title }) => title}
            />
          )
        }
      </Read>
    </Screen>
  );
}

function TypeName({ type: { name, title, hidden } }: { type: Type }) {
  return (
    <Stack gap={2} align="flex-start">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace">
        {name}
      </Text>
      {hidden && (
        <Badge variant="default" size="sm" c="var(--mantine-color-text)" tt="none">
          {words.hidden}
        </Badge>
      )}
    </Stack>
  );
}
