import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { texts } from '@/lib/texts';
import { PlusIcon } from '@/lib/ui/icons';
import { MoreButton } from '@/lib/ui/MoreButton';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { useSchedules } from '../api/useSchedules';
import { ScheduleCard } from './ScheduleCard';
import classes from './Schedules.module.css';

export function SchedulesPage() {
  return (
    <>
      <Group justify="space-between" mb="lg">
        <div>
          <PageTitle>{texts.schedules.title}</PageTitle>
          <Text c="dimmed">{texts.schedules.lead}</Text>
        </div>
        <Button component={Link} to="/schedules/new" variant="light" leftSection={<PlusIcon size={16} />}>
          {texts.schedules.create}
        </Button>
      </Group>
      <Schedules />
    </>
  );
}

function Schedules() {
  const { data, error, isPending, refetch, ...more } = useSchedules();
  if (isPending) {
    return <Loading label={texts.schedules.loading} />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const schedules = data.pages.flatMap((page) => page.items);
  if (schedules.length === 0) {
    return <Empty title={texts.schedules.emptyTitle} text={texts.schedules.empty} />;
  }
  return (
    <>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <ul className={classes.list} aria-label={texts.schedules.title}>
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
