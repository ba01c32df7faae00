import { Anchor } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { texts } from '@/lib/texts';
import { BackIcon } from '@/lib/ui/icons';
import { Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { useSchedule } from '../api/useSchedules';
import classes from './Schedules.module.css';

// Brings the form library with it.
const ScheduleForm = lazy(() => import('./ScheduleForm'));

export function EditSchedule() {
  const { id = '' } = useParams();
  const schedule = useSchedule(id);
  const types = useTaskTypes();
  const type = types.data?.find(({ name }) => name === schedule.data?.type);
  const error = schedule.error ?? types.error;
  return (
    <>
      <Anchor
        component={Link}
        to={`/schedules/${id}`}
        size="sm"
        c="var(--mill-accent)"
        className={classes.back}
      >
        <BackIcon size={16} />
        {schedule.data?.name ?? texts.schedules.title}
      </Anchor>
      <PageTitle my="md">{texts.schedules.edit}</PageTitle>
      {error && <Failure error={error} />}
      {!error && (!schedule.data || !types.data) && <Loading label={texts.schedules.loading} />}
      {schedule.data && types.data && !type && <Failure error={null} title={texts.types.unknownTitle} />}
      {schedule.data && type && (
        <Suspense fallback={<Loading label={texts.submit.loadingForm} />}>
          <ScheduleForm type={type} schedule={schedule.data} />
        </Suspense>
      )}
    </>
  );
}
