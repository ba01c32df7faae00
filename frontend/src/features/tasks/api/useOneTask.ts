import { useQuery } from '@tanstack/react-query';
import { dataOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { useTask } from '@/lib/tasks/useTask';
import { othersKeys, useScope } from './scope';

const REFETCH_INTERVAL = 3_000;

/** A task with its timeline. Events update one's own; the query polls another user's until it is finished. */
export function useOneTask(id: string) {
  const { api } = useServices();
  const isMine = useScope() === 'mine';
  const mine = useTask(id, isMine);
  const others = useQuery({
    queryKey: othersKeys.one(id),
    queryFn: ({ signal }) => dataOf(api.GET('/api/admin/tasks/{id}', { params: { path: { id } }, signal })),
    enabled: !isMine,
    refetchInterval: ({ state }) => (state.data && !state.data.finishedAt ? REFETCH_INTERVAL : false),
  });
  return isMine ? mine : others;
}
