import { Anchor, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { useTaskTypes } from '../../../lib/tasks/useTaskTypes';
import { texts } from '../../../lib/texts';
import { BackIcon } from '../../../lib/ui/icons';
import { Empty, Failure, Loading } from '../../../lib/ui/notices';
import classes from './SubmitPage.module.css';
import { TypeHeading } from './TypeHeading';
import { TypePicker } from './TypePicker';

// The form library is by far the largest part of the page, so it comes only when a form is shown.
const SubmitForm = lazy(() => import('./SubmitForm'));

export function SubmitPage() {
  const chosen = useParams().type;
  const { data: types, error, isPending, refetch } = useTaskTypes();
  if (isPending) {
    return <Loading label={texts.types.list} />;
  }
  if (!types) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  if (types.length === 0) {
    return <Empty title={texts.types.noneAtAllTitle} text={texts.types.noneAtAll} />;
  }
  const type = types.find(({ name }) => name === chosen);
  return (
    <>
      <Title order={1} size="h3">
        {texts.types.title}
      </Title>
      <Text c="dimmed" mb="lg">
        {texts.types.lead}
      </Text>
      <div className={classes.columns} data-chosen={chosen !== undefined || undefined}>
        <TypePicker types={types} chosen={chosen} />
        <section className={classes.form} aria-label={type?.title ?? texts.types.title}>
          {chosen !== undefined && (
            <Anchor component={Link} to="/submit" size="sm" c="var(--mill-accent)" className={classes.back}>
              <BackIcon size={16} />
              {texts.types.back}
            </Anchor>
          )}
          {type && (
            <>
              <TypeHeading type={type} />
              <Suspense fallback={<Loading label={texts.submit.loadingForm} />}>
                <SubmitForm key={type.name} type={type} />
              </Suspense>
            </>
          )}
          {!type && (
            <Text c="dimmed" ta="center" py={72}>
              {chosen === undefined ? texts.types.choose : texts.types.unknownTitle}
            </Text>
          )}
        </section>
      </div>
    </>
  );
}
