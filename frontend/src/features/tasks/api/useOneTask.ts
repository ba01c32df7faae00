import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { useTask } from '@/lib/tasks/useTask';
import { othersKeys, useScope } from './scope';

const AGAIN_AFTER = 3_000;

/** A task with its timeline: one's own as the events tell, another's read again until it is finished. */
export function useOneTask(id: string) {
  const { api } = useServices();
  const isMine = useScope() === 'mine';
  const mine = useTask(id, isMine);
  const others = useQuery({
    queryKey: othersKeys.one(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/admin/tasks/{id}', { params: { path: { id } }, signal })),
    enabled: !isMine,
    refetchInterval: ({ state }) => (state.data && !state.data.finishedAt ? AGAIN_AFTER : false),
  });
  return isMine ? mine : others;
}
