import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '@/lib/ui/notices';
import { uiTexts } from '@/lib/ui/texts';
import { useScope } from '../api/scope';
import { useFilter } from '../api/useFilter';
import { texts } from '../texts';

/** Replaces an empty list: leads to a first task, or clears filters that nothing matches. */
export function NoTasks() {
  const { isFiltered, clear } = useFilter();
  const isMine = useScope() === 'mine';
  if (isFiltered) {
    return (
      <Empty title={texts.filters.noneTitle} text={texts.filters.none}>
        <Button variant="light" onClick={clear}>
          {uiTexts.filters.clear}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={texts.list.emptyTitle} text={isMine ? texts.list.empty : texts.admin.noTasks}>
      {isMine && (
        <Button component={Link} to="/submit">
          {texts.list.submitFirst}
        </Button>
      )}
    </Empty>
  );
}
