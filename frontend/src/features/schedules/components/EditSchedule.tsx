import { Anchor } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { formTexts } from '@/lib/form/texts';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { BackIcon } from '@/lib/ui/icons';
import { Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { useSchedule } from '../api/useSchedules';
import { texts } from '../texts';
import classes from './Schedules.module.css';

// The form brings the form library, so the browser loads it on first use.
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
        {schedule.data?.name ?? texts.title}
      </Anchor>
      <PageTitle my="md">{texts.edit}</PageTitle>
      {error && <Failure error={error} />}
      {!error && (!schedule.data || !types.data) && <Loading label={texts.loading} />}
      {schedule.data && types.data && !type && <Failure error={null} title={taskTexts.unknownType} />}
      {schedule.data && type && (
        <Suspense fallback={<Loading label={formTexts.loadingForm} />}>
          <ScheduleForm type={type} schedule={schedule.data} />
        </Suspense>
      )}
    </>
  );
}
