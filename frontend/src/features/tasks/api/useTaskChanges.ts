import { dataOf, type Task, type TaskDetail } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { API, othersKeys, useScope } from './scope';

/** The operations on one task. Each shows the server's response, or throws its problem. */
export function useTaskChanges(task: Task) {
  const { api, tasks, queries } = useServices();
  const scope = useScope();
  const params = { path: { id: task.id } };

  function show(answer: TaskDetail) {
    if (scope === 'mine') {
      tasks.show(answer);
    } else {
      queries.setQueryData(othersKeys.one(task.id), answer);
      void queries.invalidateQueries({ queryKey: othersKeys.all });
    }
  }

  return {
    async cancel() {
      show(await dataOf(api.POST(`${API[scope]}/{id}/cancel`, { params })));
    },
    async retry(parameters?: Record<string, unknown>) {
      const body = parameters ? { parameters } : {};
      show(await dataOf(api.POST(`${API[scope]}/{id}/retry`, { params, body })));
    },
    async remove() {
      await dataOf(api.DELETE(`${API[scope]}/{id}`, { params }));
      if (scope === 'mine') {
        tasks.remove(task.id);
      } else {
        await queries.invalidateQueries({ queryKey: othersKeys.all });
      }
    },
    /** Shows the change at once, and reverts it if the server rejects it. */
    async prioritise(priority: number) {
      if (scope === 'mine') {
        tasks.put({ ...task, priority });
      }
      try {
        const headers = { 'Content-Type': 'application/merge-patch+json' };
        show(await dataOf(api.PATCH(`${API[scope]}/{id}`, { params, headers, body: { priority } })));
      } catch (refused) {
        if (scope === 'mine') {
          tasks.put(task);
        }
        throw refused;
      }
    },
  };
}
