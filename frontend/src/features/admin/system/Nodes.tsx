import { Badge, Group, Title } from '@mantine/core';
import { RelativeTime } from '@/lib/ui/time';
import { Age } from '../parts/Age';
import { type Column, DataTable } from '../parts/DataTable';
import classes from './System.module.css';
import { texts } from './texts';
import type { SystemState } from './useSystem';

const { nodeColumns: titles, ...words } = texts;
type Node = SystemState['nodes'][number];

const COLUMNS: Column<Node>[] = [
  {
    key: 'host',
    title: titles.host,
    cell: ({ host, self }) => (
      <Group gap={6}>
        {host}
        {self && (
          <Badge size="xs" variant="default" c="var(--mantine-color-text)" tt="none">
            {words.self}
          </Badge>
        )}
      </Group>
    ),
  },
  {
    key: 'id',
    title: titles.id,
    wraps: true,
    cell: ({ id }) => <code className={classes.key}>{id}</code>,
  },
  { key: 'version', title: titles.version, cell: ({ version }) => version },
  {
    key: 'leads',
    title: titles.leads,
    wraps: true,
    cell: ({ leads }) => (leads.length === 0 ? words.leadsNothing : leads.join(', ')),
  },
  { key: 'started', title: titles.started, cell: ({ startedAt }) => <RelativeTime at={startedAt} /> },
  { key: 'seen', title: titles.seen, cell: ({ lastSeenAt }) => <Age at={lastSeenAt} /> },
];

/** The servers that share this database and this Redis, and which queues each one leads. */
export function Nodes({ nodes }: { nodes: Node[] }) {
  return (
    <>
      <Title order={2} size="h5" mt="xl" mb="sm">
        {words.nodes}
      </Title>
      <DataTable label={words.nodes} columns={COLUMNS} rows={nodes} keyOf={({ id }) => id} />
    </>
  );
}
