import { useInfiniteQuery } from '@tanstack/react-query';
import { dataOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import type { TaskFilter } from '@/lib/tasks/filter';
import { myTasks } from '@/lib/tasks/myTasks';
import { othersKeys, useScope } from './scope';

const PAGE = 50;
const REFETCH_INTERVAL = 10_000;

/**
 * Tasks, newest first. Other users' tasks have no events, so the query polls their first page, unless the list is to
 * stay `still` while somebody reads further down.
 */
export function useTasks(filter: TaskFilter, still: boolean) {
  const services = useServices();
  const { api } = services;
  const isMine = useScope() === 'mine';
  const mine = useInfiniteQuery({ ...myTasks(services, filter, PAGE), enabled: isMine });
  const others = useInfiniteQuery({
    queryKey: [...othersKeys.all, 'list', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) };
      return dataOf(api.GET('/api/admin/tasks', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
    enabled: !isMine,
    ...(Object.keys(filter).length > 0 && { staleTime: 0 }),
    refetchInterval: ({ state }) =>
      !still && (state.data?.pages.length ?? 0) < 2 ? REFETCH_INTERVAL : false,
  });
  return isMine ? mine : others;
}
