import { Button, Code, Text } from '@mantine/core';
import { useState } from 'react';
import { useRoles } from '@/lib/session/useRoles';
import { Confirm } from '@/lib/ui/Confirm';
import { Empty } from '@/lib/ui/notices';
import { RelativeTime } from '@/lib/ui/time';
import { type Column, DataTable } from '../parts/DataTable';
import { amount } from '../parts/numbers';
import { Read, Screen } from '../parts/Screen';
import { adminTexts } from '../texts';
import { texts } from './texts';
import { type Rejected, useDeleteRejected, useRejected } from './useRejected';

const { columns: titles, ...words } = texts;

const COLUMNS: Column<Rejected>[] = [
  {
    key: 'reason',
    title: titles.reason,
    wraps: true,
    cell: ({ reason }) => reason,
  },
  { key: 'stream', title: titles.stream, cell: ({ stream }) => <code>{stream}</code> },
  { key: 'at', title: titles.at, cell: ({ at }) => <RelativeTime at={at} /> },
];
const DELETE: Column<Rejected> = {
  key: 'delete',
  title: adminTexts.actions,
  actions: true,
  cell: (message) => <DeleteButton message={message} />,
};

export function RejectedMessages() {
  const rejected = useRejected();
  const { mayChange } = useRoles();
  return (
    <Screen title={words.title} lead={words.lead}>
      <Read reading={rejected}>
        {({ items, counts }) =>
          items.length === 0 ? (
            <Empty title={words.none} text={words.noneText} />
          ) : (
            <>
              <Text size="sm" mb="sm">
                {Object.entries(counts)
                  .map(([stream, count]) => words.count(amount(count), stream))
                  .join(' · ')}
              </Text>
              <DataTable
                label={words.title}
                columns={mayChange ? [...COLUMNS, DELETE] : COLUMNS}
                rows={items}
                keyOf={({ stream, id }) => `${stream} ${id}`}
                nameOf={({ id }) => words.name(id)}
                detail={({ fields }) => <Code block>{JSON.stringify(fields, null, 2)}</Code>}
              />
            </>
          )
        }
      </Read>
    </Screen>
  );
}

function DeleteButton({ message }: { message: Rejected }) {
  const [asked, setAsked] = useState(false);
  const remove = useDeleteRejected();
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        c="var(--mantine-color-error)"
        aria-label={`${words.delete}: ${words.name(message.id)}`}
        onClick={() => setAsked(true)}
      >
        {words.delete}
      </Button>
      {asked && (
        <Confirm
          title={words.deleteTitle}
          action={words.delete}
          danger
          onConfirm={() => remove(message)}
          onClose={() => setAsked(false)}
        >
          <Text size="sm">{words.deleteText}</Text>
        </Confirm>
      )}
    </>
  );
}
