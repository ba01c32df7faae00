import { Text, Title } from '@mantine/core';
import { SearchField } from '@/lib/ui/SearchField';
import { useSearch } from '@/lib/ui/useSearch';
import { type Column, DataTable } from '../parts/DataTable';
import classes from './System.module.css';
import { texts } from './texts';
import type { SystemState } from './useSystem';

const { configurationColumns: titles, sources, ...words } = texts;
type Setting = SystemState['configuration'][number];

const COLUMNS: Column<Setting>[] = [
  {
    key: 'key',
    title: titles.key,
    wraps: true,
    cell: ({ key }) => <code className={classes.key}>{key}</code>,
  },
  {
    key: 'value',
    title: titles.value,
    wraps: true,
    cell: ({ value }) =>
      value ? (
        <code className={classes.key}>{value}</code>
      ) : (
        <Text span size="sm" c="dimmed">
          {words.unset}
        </Text>
      ),
  },
  { key: 'source', title: titles.source, cell: ({ source }) => sources[source] },
];

/** Every effective setting and its source. */
export function Configuration({ settings }: { settings: Setting[] }) {
  const { filters, set } = useSearch(['search']);
  const wanted = filters.search.toLowerCase();
  const found = settings.filter(({ key, value, source }) =>
    `${key} ${value ?? ''} ${sources[source]}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <div className={classes.configurationHead}>
        <div>
          <Title order={2} size="h5">
            {words.configuration}
          </Title>
          <Text size="sm" c="dimmed">
            {words.configurationLead(found.length, settings.length)}
          </Text>
        </div>
        <SearchField label={words.search} value={filters.search} onChange={(value) => set('search', value)} />
      </div>
      {found.length === 0 ? (
        <Text c="dimmed">{words.noKey}</Text>
      ) : (
        <DataTable label={words.configuration} columns={COLUMNS} rows={found} keyOf={({ key }) => key} />
      )}
    </>
  );
}
