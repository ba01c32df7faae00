import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../../../lib/api/client';
import { useServices } from '../../../lib/services';
import { taskKeys } from '../../../lib/tasks/TaskCache';

const PAGE = 25;

/** My tasks, newest first. Read once; from then on the live socket keeps them up to date. */
export function useTasks() {
  const { api, tasks } = useServices();
  return useInfiniteQuery({
    queryKey: taskKeys.list,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const reconcile = tasks.beginPage(pageParam);
      const query = pageParam === null ? { limit: PAGE } : { limit: PAGE, cursor: pageParam };
      return reconcile(await answerOf(api.GET('/api/tasks', { params: { query }, signal })));
    },
    getNextPageParam: (page) => page.nextCursor,
  });
}
