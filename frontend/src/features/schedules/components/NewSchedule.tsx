import { Anchor, NativeSelect } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { formTexts } from '@/lib/form/texts';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { BackIcon } from '@/lib/ui/icons';
import { Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { texts } from '../texts';

// The form brings the form library, so the browser loads it on first use.
const ScheduleForm = lazy(() => import('./ScheduleForm'));

export function NewSchedule() {
  const { data: types, error, isPending, refetch } = useTaskTypes();
  const [chosen, setChosen] = useState('');
  if (isPending) {
    return <Loading label={taskTexts.types} />;
  }
  if (!types) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const type = types.find(({ name }) => name === chosen);
  return (
    <>
      <Anchor component={Link} to="/schedules" size="sm" c="var(--mill-accent)">
        <BackIcon size={14} /> {texts.title}
      </Anchor>
      <PageTitle my="md">{texts.create}</PageTitle>
      <NativeSelect
        label={taskTexts.type}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: texts.chooseType },
          ...types.map(({ name, title }) => ({ value: name, label: title })),
        ]}
        maw={420}
        mb="lg"
      />
      {type && (
        <Suspense fallback={<Loading label={formTexts.loadingForm} />}>
          <ScheduleForm key={type.name} type={type} />
        </Suspense>
      )}
    </>
  );
}
