import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import type { TaskFilter } from '@/lib/tasks/filter';
import { myTasks } from '@/lib/tasks/myTasks';
import { othersKeys, useScope } from './scope';

const PAGE = 50;
const AGAIN_AFTER = 10_000;

/**
 * Tasks, newest first. Others' have no events, so their first page is read again now and then, but not `still` ones
 * that somebody reads further down.
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
      return answerOf(api.GET('/api/admin/tasks', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
    enabled: !isMine,
    ...(Object.keys(filter).length > 0 && { staleTime: 0 }),
    refetchInterval: ({ state }) => (!still && (state.data?.pages.length ?? 0) < 2 ? AGAIN_AFTER : false),
  });
  return isMine ? mine : others;
}
