import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import type { TaskType } from '@/lib/api/client';
import { formTexts } from '@/lib/form/texts';
import { useTask } from '@/lib/tasks/useTask';
import { Failure, Loading } from '@/lib/ui/notices';
import { texts } from '../texts';
import { TypeHeading } from './TypeHeading';

// The form library is by far the largest part of the page, so the browser loads it with the first form.
const SubmitForm = lazy(() => import('./SubmitForm'));

/** The form of a task type, filled in from the task that the address names under `from`, if any. */
export function ChosenType({ type }: { type: TaskType }) {
  const from = useSearchParams()[0].get('from');
  const like = useTask(from ?? '', from !== null);
  return (
    <>
      <TypeHeading type={type} />
      {from !== null && like.isError && (
        <Failure error={like.error} title={texts.form.likeFailed} onRetry={() => void like.refetch()} />
      )}
      {from !== null && like.isPending ? (
        <Loading label={formTexts.loadingForm} />
      ) : (
        <Suspense fallback={<Loading label={formTexts.loadingForm} />}>
          <SubmitForm key={`${type.name} ${from}`} type={type} like={like.data} />
        </Suspense>
      )}
    </>
  );
}
