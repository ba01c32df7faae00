import { Table, Text, Title } from '@mantine/core';
import { texts } from '../../../lib/texts';
import { Failure, Loading } from '../../../lib/ui/notices';
import { useQueues } from '../api/useAdmin';
import classes from './Admin.module.css';
import { QueueRow } from './QueueRow';

export function Queues() {
  const { data, error, isPending, refetch } = useQueues();
  if (isPending) {
    return <Loading label={texts.admin.loading} />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <Title order={1} size="h3" mb="md">
        {texts.admin.queues}
      </Title>
      {error && <Failure error={error} title={texts.admin.outdated} />}
      {data.length === 0 && <Text c="dimmed">{texts.admin.noQueues}</Text>}
      {data.length > 0 && (
        <div className={classes.table}>
          <Table aria-label={texts.admin.queues}>
            <Table.Thead>
              <Table.Tr>
                {texts.admin.queueColumns.map((column) => (
                  <Table.Th key={column}>{column}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((queue) => (
                <QueueRow key={queue.name} queue={queue} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  );
}
