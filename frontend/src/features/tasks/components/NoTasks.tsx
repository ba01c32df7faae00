import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { texts } from '@/lib/texts';
import { Empty } from '@/lib/ui/notices';
import { useScope } from '../api/scope';
import { useFilter } from '../api/useFilter';

/** In place of an empty list: the way to a first task, or out of a filter that nothing matches. */
export function NoTasks() {
  const { isFiltered, clear } = useFilter();
  const isMine = useScope() === 'mine';
  if (isFiltered) {
    return (
      <Empty title={texts.filters.noneTitle} text={texts.filters.none}>
        <Button variant="light" onClick={clear}>
          {texts.filters.clear}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={texts.tasks.emptyTitle} text={isMine ? texts.tasks.empty : texts.admin.noTasks}>
      {isMine && (
        <Button component={Link} to="/submit">
          {texts.tasks.submitFirst}
        </Button>
      )}
    </Empty>
  );
}
