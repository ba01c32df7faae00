import { Button, SegmentedControl, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { Empty } from '@/lib/ui/notices';
import { RelativeTime } from '@/lib/ui/time';
import { useSearch } from '@/lib/ui/useSearch';
import { type Column, DataTable } from '../parts/DataTable';
import { Meter } from '../parts/Meter';
import { amount } from '../parts/numbers';
import { Read, Screen } from '../parts/Screen';
import { TextLink } from '../parts/TextLink';
import { adminTexts } from '../texts';
import { failedTasksOf } from './addresses';
import { failureTexts } from './texts';
import { type Failure, PERIODS, type Period, useFailures } from './useFailures';

const { columns: titles, periods, ...words } = failureTexts;
const USUAL: Period = '24h';

export function Failures() {
  const { filters, set } = useSearch(['period']);
  const period = PERIODS.find((one) => one === filters.period) ?? USUAL;
  const failures = useFailures(period);
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      controls={
        <SegmentedControl
          aria-label={adminTexts.windows.label}
          size="xs"
          value={period}
          onChange={(chosen) => set('period', chosen === USUAL ? '' : chosen)}
          data={PERIODS.map((value) => ({ value, label: periods[value] }))}
        />
      }
    >
      <Read reading={failures}>
        {(groups) =>
          groups.length === 0 ? (
            <Empty
              title={words.none}
              text={words.noneText(period === 'all' ? words.ever : adminTexts.windows.spoken[period])}
            />
          ) : (
            <Groups groups={groups} />
          )
        }
      </Read>
    </Screen>
  );
}

function Groups({ groups }: { groups: Failure[] }) {
  const titleOf = useTaskTypeTitle();
  const most = Math.max(...groups.map(({ count }) => count));
  const columns: Column<Failure>[] = [
    {
      key: 'error',
      title: titles.error,
      wraps: true,
      cell: ({ errorType, message, sampleTask }) => (
        <>
          <Text size="sm" lineClamp={3}>
            {message ?? errorType}
          </Text>
          <Text size="xs" c="dimmed" fw={400}>
            <code>{errorType}</code>
            {' · '}
            <TextLink to={`/admin/tasks/${sampleTask}`}>{words.sample}</TextLink>
          </Text>
        </>
      ),
    },
    { key: 'type', title: titles.type, cell: ({ type }) => titleOf(type) },
    {
      key: 'count',
      title: titles.count,
      numeric: true,
      cell: ({ type, errorType, count }) => (
        <>
          {amount(count)}
          <Meter label={`${titleOf(type)}, ${errorType}`} value={count / most} text={amount(count)} />
        </>
      ),
    },
    { key: 'first', title: titles.first, cell: ({ firstAt }) => <RelativeTime at={firstAt} /> },
    { key: 'last', title: titles.last, cell: ({ lastAt }) => <RelativeTime at={lastAt} /> },
    {
      key: 'show',
      title: adminTexts.actions,
      actions: true,
      cell: ({ type, errorType }) => (
        <Button component={Link} to={failedTasksOf(type, errorType)} size="compact-sm" variant="default">
          {words.show}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      label={words.title}
      columns={columns}
      rows={groups}
      keyOf={({ type, errorType, message }) => `${type} ${errorType} ${message}`}
    />
  );
}
