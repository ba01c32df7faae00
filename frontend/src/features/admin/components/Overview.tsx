import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { TaskState } from '../../../lib/api/client';
import { StateBadge } from '../../../lib/tasks/StateBadge';
import { texts } from '../../../lib/texts';
import { Failure, Loading } from '../../../lib/ui/notices';
import { useOverview } from '../api/useAdmin';
import classes from './Admin.module.css';

const STATES: TaskState[] = ['WAITING', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'];

export function Overview() {
  const { data, error, isPending, refetch } = useOverview();
  if (isPending) {
    return <Loading label={texts.admin.loading} />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <Title order={1} size="h3" mb="md">
        {texts.admin.overview}
      </Title>
      {error && <Failure error={error} title={texts.admin.outdated} />}
      <ul className={classes.figures} aria-label={texts.admin.figures}>
        {STATES.map((state) => (
          <li key={state}>
            <Link to={`/admin/tasks?state=${state}`} className={classes.figure}>
              <StateBadge state={state} />
              <span className={classes.number}>{(data.tasks[state] ?? 0).toLocaleString('en')}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Title order={2} size="h5" mb="sm">
        {texts.admin.workers(data.workers.length)}
      </Title>
      {data.workers.length === 0 && <Text c="dimmed">{texts.admin.noWorkers}</Text>}
      {data.workers.length > 0 && (
        <div className={classes.table}>
          <Table aria-label={texts.admin.workersTable}>
            <Table.Thead>
              <Table.Tr>
                {texts.admin.workerColumns.map((column) => (
                  <Table.Th key={column}>{column}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.workers.map(({ id, host, version, queues, slots, running }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor
                      component={Link}
                      to={`/admin/tasks?worker=${encodeURIComponent(id)}`}
                      size="sm"
                      c="var(--mill-accent)"
                    >
                      {id}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{host}</Table.Td>
                  <Table.Td>{version}</Table.Td>
                  <Table.Td>{queues.join(', ')}</Table.Td>
                  <Table.Td>
                    {running} / {slots}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  );
}
