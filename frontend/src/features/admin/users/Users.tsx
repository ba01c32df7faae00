import { Badge, Group, NativeSelect, Text } from '@mantine/core';
import { useMe } from '@/lib/session/useMe';
import { useRoles } from '@/lib/session/useRoles';
import { FilterFields } from '@/lib/ui/FilterFields';
import { MoreButton } from '@/lib/ui/MoreButton';
import { Empty } from '@/lib/ui/notices';
import { SearchField } from '@/lib/ui/SearchField';
import { RelativeTime } from '@/lib/ui/time';
import { useSearch } from '@/lib/ui/useSearch';
import { type Column, DataTable } from '../parts/DataTable';
import { amount } from '../parts/numbers';
import { Read, Screen } from '../parts/Screen';
import { adminTexts } from '../texts';
import { texts } from './texts';
import { UserActions } from './UserActions';
import { FILTERS, type Limits, type User, useUsers } from './useUsers';

const { columns: titles, roles, states, ...words } = texts;
const ANY = { value: '', label: words.any };

export function Users() {
  const { filters, set, clear, isFiltered } = useSearch(FILTERS);
  const users = useUsers(filters);
  return (
    <Screen title={words.title} lead={words.lead}>
      <FilterFields isFiltered={isFiltered} onClear={clear}>
        <SearchField
          label={words.search}
          placeholder={words.searchHelp}
          value={filters.search}
          onChange={(value) => set('search', value)}
        />
        <NativeSelect
          label={words.role}
          value={filters.role}
          onChange={(event) => set('role', event.currentTarget.value)}
          data={[ANY, ...Object.entries(roles).map(([value, label]) => ({ value, label }))]}
        />
        <NativeSelect
          label={words.state}
          value={filters.state}
          onChange={(event) => set('state', event.currentTarget.value)}
          data={[ANY, ...Object.entries(states).map(([value, label]) => ({ value, label }))]}
        />
      </FilterFields>
      <Read reading={users}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={adminTexts.noMatchTitle} text={words.none} />
          ) : (
            <Table rows={rows} />
          )
        }
      </Read>
      <MoreButton pages={users} />
    </Screen>
  );
}

function Table({ rows }: { rows: User[] }) {
  const { mayChange } = useRoles();
  const { data: me } = useMe();
  const columns: Column<User>[] = [
    {
      key: 'user',
      title: titles.user,
      wraps: true,
      cell: (user) => <Name user={user} isMe={user.id === me?.id} />,
    },
    {
      key: 'roles',
      title: titles.roles,
      wraps: true,
      cell: (user) => user.roles.map((role) => roles[role] ?? role).join(', '),
    },
    { key: 'state', title: titles.state, cell: ({ disabled }) => <State disabled={disabled} /> },
    { key: 'limits', title: titles.limits, wraps: true, cell: ({ limits }) => inWords(limits) },
    {
      key: 'seen',
      title: titles.seen,
      cell: ({ lastSignInAt }) => (lastSignInAt ? <RelativeTime at={lastSignInAt} /> : words.never),
    },
    { key: 'created', title: titles.created, cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  ];
  const actions: Column<User> = {
    key: 'actions',
    title: adminTexts.actions,
    actions: true,
    cell: (user) => <UserActions user={user} isMe={user.id === me?.id} />,
  };
  return (
    <DataTable
      label={words.title}
      columns={mayChange ? [...columns, actions] : columns}
      rows={rows}
      keyOf={({ id }) => id}
    />
  );
}

function Name({ user, isMe }: { user: User; isMe: boolean }) {
  const fullName = [user.firstName, user.lastName].filter(Boolean).join(' ');
  return (
    <>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {fullName || user.username}
        </Text>
        {isMe && (
          <Badge size="xs" variant="light" color="gray" c="var(--mantine-color-text)" tt="none">
            {words.you}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" fw={400}>
        {user.username} · {user.email}
      </Text>
    </>
  );
}

function State({ disabled }: { disabled: boolean }) {
  return (
    <Badge
      size="sm"
      maw="none"
      variant="light"
      color={disabled ? 'red' : 'teal'}
      c={disabled ? 'var(--mantine-color-error)' : 'var(--mantine-color-text)'}
      tt="none"
    >
      {disabled ? states.disabled : states.active}
    </Badge>
  );
}

function inWords({ weight, maxRunning, maxWaiting }: Limits): string {
  const own = [
    weight !== 1 && words.weight(weight),
    maxRunning !== null && words.running(amount(maxRunning)),
    maxWaiting !== null && words.waiting(amount(maxWaiting)),
  ].filter(Boolean);
  return own.length === 0 ? words.standard : own.join(', ');
}
