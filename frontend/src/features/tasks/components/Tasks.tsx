import { Button, Center } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Task } from '@/lib/api/client';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { MoreButton } from '@/lib/ui/MoreButton';
import { Failure } from '@/lib/ui/notices';
import { useColumns } from '../api/useColumns';
import { useFilter } from '../api/useFilter';
import { useTasks } from '../api/useTasks';
import { texts } from '../texts';
import { ColumnHeads } from './ColumnHeads';
import { LongList } from './LongList';
import { NoTasks } from './NoTasks';
import { Placeholder } from './Placeholder';
import { SelectionBar } from './SelectionBar';
import classes from './TaskList.module.css';
import { TaskRow } from './TaskRow';
import { useScrolled } from './useScrolled';
import { useStableList } from './useStableList';

const idOf = ({ id }: Task) => id;

/** The tasks that match the filters. They update live, but no row moves while somebody reads further down. */
export function Tasks() {
  const { filter, isFiltered } = useFilter();
  const still = useScrolled() || isFiltered;
  const { data, error, isPending, isFetchNextPageError, refetch, ...more } = useTasks(filter, still);
  const tasks = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const { visible, held, release } = useStableList(tasks, still);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const titleOf = useTaskTypeTitle();
  const { columns } = useColumns();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = more;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const select = useCallback((id: string, on: boolean) => {
    setSelected((before) => {
      const after = new Set(before);
      if (on) {
        after.add(id);
      } else {
        after.delete(id);
      }
      return after;
    });
  }, []);

  if (isPending) {
    return <Placeholder />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  if (tasks.length === 0) {
    return <NoTasks />;
  }
  const ids = visible.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  return (
    <>
      <div className={classes.newTasks} role="status">
        {held > 0 && (
          <Button
            size="compact-sm"
            radius="xl"
            onClick={() => {
              release();
              window.scrollTo({ top: 0 });
            }}
          >
            {texts.list.newTasks(held)}
          </Button>
        )}
      </div>
      <div className={classes.list}>
        <ColumnHeads columns={columns} />
        <LongList label={texts.list.list} items={visible} keyOf={idOf} onNearEnd={loadMore}>
          {(task) => (
            <TaskRow
              task={task}
              title={titleOf(task.type)}
              columns={columns}
              selected={selected.has(task.id)}
              onSelect={select}
            />
          )}
        </LongList>
      </div>
      {error && (
        <Center mt="md">
          <Failure
            error={error}
            onRetry={() => void (isFetchNextPageError ? more.fetchNextPage() : refetch())}
          />
        </Center>
      )}
      <MoreButton pages={more} />
      {ids.length > 0 && <SelectionBar ids={ids} onClear={() => setSelected(new Set())} />}
    </>
  );
}
