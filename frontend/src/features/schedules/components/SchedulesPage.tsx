import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PlusIcon } from '@/lib/ui/icons';
import { MoreButton } from '@/lib/ui/MoreButton';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { useSchedules } from '../api/useSchedules';
import { texts } from '../texts';
import { ScheduleCard } from './ScheduleCard';
import classes from './Schedules.module.css';

export function SchedulesPage() {
  return (
    <>
      <Group justify="space-between" mb="lg">
        <div>
          <PageTitle>{texts.title}</PageTitle>
          <Text c="dimmed">{texts.lead}</Text>
        </div>
        <Button component={Link} to="/schedules/new" variant="light" leftSection={<PlusIcon size={16} />}>
          {texts.create}
        </Button>
      </Group>
      <Schedules />
    </>
  );
}

function Schedules() {
  const { data, error, isPending, refetch, ...more } = useSchedules();
  if (isPending) {
    return <Loading label={texts.loading} />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const schedules = data.pages.flatMap((page) => page.items);
  if (schedules.length === 0) {
    return <Empty title={texts.emptyTitle} text={texts.empty} />;
  }
  return (
    <>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <ul className={classes.list} aria-label={texts.title}>
        {schedules.map((schedule) => (
          <li key={schedule.id}>
            <ScheduleCard schedule={schedule} />
          </li>
        ))}
      </ul>
      <MoreButton pages={more} />
    </>
  );
}
