import { useQuery } from '@tanstack/react-query';
import { dataOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { taskKeys } from './TaskCache';

/** One of my tasks with its timeline. */
export function useTask(id: string, enabled = true) {
  const { api, tasks } = useServices();
  return useQuery({
    queryKey: taskKeys.one(id),
    queryFn: async ({ signal }) =>
      tasks.newest(await dataOf(api.GET('/api/tasks/{id}', { params: { path: { id } }, signal }))),
    enabled,
  });
}
