import { infiniteQueryOptions } from '@tanstack/react-query';
import { dataOf } from '@/lib/api/client';
import type { Services } from '@/lib/services';
import type { TaskFilter } from './filter';
import { taskKeys } from './TaskCache';

/** The query for my tasks, newest first. It reads them once; then the live socket keeps them up to date. */
export function myTasks({ api, tasks }: Services, filter: TaskFilter, limit: number) {
  return infiniteQueryOptions({
    queryKey: taskKeys.list(filter),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, limit, ...(pageParam !== null && { cursor: pageParam }) };
      const reconcile = tasks.beginPage(pageParam, filter);
      return reconcile(await dataOf(api.GET('/api/tasks', { params: { query }, signal })));
    },
    getNextPageParam: (page) => page.nextCursor,
    // A filtered list keeps tasks that stopped matching while it is open. Coming back to it reads it anew.
    ...(Object.keys(filter).length > 0 && { staleTime: 0 }),
  });
}
