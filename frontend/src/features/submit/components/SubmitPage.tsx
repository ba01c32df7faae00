import { Anchor, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { BackIcon } from '@/lib/ui/icons';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { texts } from '../texts';
import { ChosenType } from './ChosenType';
import classes from './SubmitPage.module.css';
import { TypePicker } from './TypePicker';

export function SubmitPage() {
  const chosen = useParams().type;
  const { data: types, error, isPending, refetch } = useTaskTypes();
  if (isPending) {
    return <Loading label={taskTexts.types} />;
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
      <PageTitle>{texts.types.title}</PageTitle>
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
          {type && <ChosenType type={type} />}
          {!type && (
            <Text c="dimmed" ta="center" py={72}>
              {chosen === undefined ? texts.types.choose : taskTexts.unknownType}
            </Text>
          )}
        </section>
      </div>
    </>
  );
}
