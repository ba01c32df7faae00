import { Text } from '@mantine/core';
import { exactTime, RelativeTime } from '@/lib/ui/time';
import { type Column, DataTable } from '../parts/DataTable';
import { TextLink } from '../parts/TextLink';
import { adminTexts } from '../texts';
import { texts } from './texts';
import type { AuditEntry } from './useAudit';

const { columns: titles, ...words } = texts;
const actionOf = ({ action }: AuditEntry) => words.actions[action] ?? action;

/** The page of an entry's target, if it has one. */
const PLACES: Partial<Record<NonNullable<AuditEntry['targetKind']>, (target: string) => string>> = {
  task: (id) => `/admin/tasks/${encodeURIComponent(id)}`,
  user: (name) => `/admin/users?search=${encodeURIComponent(name)}`,
  queue: () => '/admin/queues',
  type: () => '/admin/task-types',
  worker: () => '/admin/workers',
};

const COLUMNS: Column<AuditEntry>[] = [
  {
    key: 'action',
    title: titles.action,
    cell: (entry) => (
      <>
        {actionOf(entry)}
        <Text size="xs" c="dimmed" fw={400}>
          <code>{entry.action}</code>
        </Text>
      </>
    ),
  },
  { key: 'actor', title: titles.actor, cell: ({ actor }) => actor ?? words.anonymous },
  { key: 'target', title: titles.target, wraps: true, cell: (entry) => <Target entry={entry} /> },
  { key: 'at', title: titles.at, cell: ({ at }) => <RelativeTime at={at} /> },
  { key: 'address', title: titles.address, cell: ({ address }) => address ?? adminTexts.none },
];

export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  return (
    <DataTable
      label={words.title}
      columns={COLUMNS}
      rows={entries}
      keyOf={({ id }) => id}
      nameOf={actionOf}
      detail={(entry) => <Details entry={entry} />}
    />
  );
}

function Target({ entry: { target, targetKind } }: { entry: AuditEntry }) {
  if (!target) {
    return targetKind ?? adminTexts.none;
  }
  const place = targetKind && PLACES[targetKind];
  return (
    <span>
      {targetKind && (
        <Text span size="xs" c="dimmed">
          {targetKind}{' '}
        </Text>
      )}
      {place ? <TextLink to={place(target)}>{target}</TextLink> : target}
    </span>
  );
}

function Details({ entry: { at, details, id } }: { entry: AuditEntry }) {
  return (
    <div>
      <Text size="sm">{details ?? words.noDetails}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {exactTime(at)} · <code>{id}</code>
      </Text>
    </div>
  );
}
