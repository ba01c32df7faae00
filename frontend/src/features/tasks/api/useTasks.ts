import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../../../lib/api/client';
import { useServices } from '../../../lib/services';
import type { TaskFilter } from '../../../lib/tasks/filter';
import { taskKeys } from '../../../lib/tasks/TaskCache';
import { othersKeys, useScope } from './scope';

const PAGE = 25;
const AGAIN_AFTER = 10_000;

/**
 * Tasks, newest first. One's own are read once, and from then on the live socket keeps them up to date. Others' have no
 * events, so their first page is read again now and then, but not `still` ones that somebody reads further down.
 */
export function useTasks(filter: TaskFilter, still: boolean) {
  const { api, tasks } = useServices();
  const isMine = useScope() === 'mine';
  return useInfiniteQuery({
    queryKey: isMine ? taskKeys.list(filter) : [...othersKeys.all, 'list', filter],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) };
      if (!isMine) {
        return answerOf(api.GET('/api/admin/tasks', { params: { query }, signal }));
      }
      const reconcile = tasks.beginPage(pageParam, filter);
      return reconcile(await answerOf(api.GET('/api/tasks', { params: { query }, signal })));
    },
    getNextPageParam: (page) => page.nextCursor,
    // A filtered list keeps what no longer fits while it is looked at; who comes back to it wants it as it is now.
    ...(Object.keys(filter).length > 0 && { staleTime: 0 }),
    refetchInterval: ({ state }) =>
      !isMine && !still && (state.data?.pages.length ?? 0) < 2 ? AGAIN_AFTER : false,
  });
}
