import { Anchor, NativeSelect } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { texts } from '@/lib/texts';
import { BackIcon } from '@/lib/ui/icons';
import { Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';

// Brings the form library with it.
const ScheduleForm = lazy(() => import('./ScheduleForm'));

export function NewSchedule() {
  const { data: types, error, isPending, refetch } = useTaskTypes();
  const [chosen, setChosen] = useState('');
  if (isPending) {
    return <Loading label={texts.types.list} />;
  }
  if (!types) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const type = types.find(({ name }) => name === chosen);
  return (
    <>
      <Anchor component={Link} to="/schedules" size="sm" c="var(--mill-accent)">
        <BackIcon size={14} /> {texts.schedules.title}
      </Anchor>
      <PageTitle my="md">{texts.schedules.create}</PageTitle>
      <NativeSelect
        label={texts.filters.type}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: texts.schedules.chooseType },
          ...types.map(({ name, title }) => ({ value: name, label: title })),
        ]}
        maw={420}
        mb="lg"
      />
      {type && (
        <Suspense fallback={<Loading label={texts.submit.loadingForm} />}>
          <ScheduleForm key={type.name} type={type} />
        </Suspense>
      )}
    </>
  );
}
