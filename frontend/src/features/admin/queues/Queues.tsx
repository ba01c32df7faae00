import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRoles } from '@/lib/session/useRoles';
import { Empty } from '@/lib/ui/notices';
import { RelativeTime } from '@/lib/ui/time';
import { type Column, DataTable } from '../parts/DataTable';
import { amount, cappedAmount } from '../parts/numbers';
import { Read, Screen } from '../parts/Screen';
import { adminTexts } from '../texts';
import { CreateQueueDialog } from './CreateQueueDialog';
import { InFlight, QueueName, WorkerCount } from './cells';
import { QueueActions } from './QueueActions';
import { texts } from './texts';
import { type Queue, useQueues } from './useQueues';

const { columns: titles, help, ...words } = texts;

const FIGURES: Column<Queue>[] = [
  { key: 'name', title: titles.name, cell: (queue) => <QueueName queue={queue} /> },
  {
    key: 'waiting',
    title: titles.waiting,
    numeric: true,
    cell: ({ waiting }) => cappedAmount(waiting),
  },
  {
    key: 'oldest',
    title: titles.oldest,
    cell: ({ oldestWaitingAt }) =>
      oldestWaitingAt ? <RelativeTime at={oldestWaitingAt} /> : adminTexts.none,
  },
  {
    key: 'delayed',
    title: titles.delayed,
    help: help.delayed,
    numeric: true,
    cell: ({ delayed }) => cappedAmount(delayed),
  },
  {
    key: 'parked',
    title: titles.parked,
    help: help.parked,
    numeric: true,
    cell: ({ parked, blocked }) => cappedAmount(parked + (blocked ?? 0)),
  },
  {
    key: 'window',
    title: titles.window,
    help: help.window,
    numeric: true,
    cell: ({ undelivered }) => (undelivered === null ? adminTexts.none : amount(undelivered)),
  },
  {
    key: 'inFlight',
    title: titles.inFlight,
    help: help.inFlight,
    cell: (queue) => <InFlight queue={queue} />,
  },
  { key: 'workers', title: titles.workers, cell: (queue) => <WorkerCount queue={queue} /> },
];
const ACTIONS: Column<Queue> = {
  key: 'actions',
  title: adminTexts.actions,
  actions: true,
  cell: (queue) => <QueueActions queue={queue} />,
};

export function Queues() {
  const queues = useQueues();
  const { mayChange } = useRoles();
  const [creating, setCreating] = useState(false);
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      controls={mayChange && <Button onClick={() => setCreating(true)}>{words.create}</Button>}
    >
      <Read reading={queues}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.none} text={mayChange ? words.noneTextAdmin : words.noneText} />
          ) : (
            <DataTable
              label={words.title}
              columns={mayChange ? [...FIGURES, ACTIONS] : FIGURES}
              rows={rows}
              keyOf={({ name }) => name}
            />
          )
        }
      </Read>
      {creating && <CreateQueueDialog onClose={() => setCreating(false)} />}
    </Screen>
  );
}
