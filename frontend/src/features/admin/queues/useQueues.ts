import { useQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Queue = Schemas['Queue'];
export type NewQueue = Schemas['MakeQueue'];
export type Mode = 'pause' | 'resume' | 'drain';

const QUEUES = ['admin', 'queues'] as const;

/** The server sends no events about queues, so the query polls while the page is open. */
const REFETCH_INTERVAL = 5_000;

export function useQueues() {
  const { api } = useServices();
  return useQuery({
    queryKey: QUEUES,
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/admin/queues', { signal }))).items,
    refetchInterval: REFETCH_INTERVAL,
    staleTime: 0,
  });
}

/** Creates a queue. The list shows it in its place at once, before the next poll. */
export function useCreateQueue() {
  const { api } = useServices();
  const queries = useQueryClient();
  return async (queue: NewQueue) => {
    const created = await dataOf(api.POST('/api/admin/queues', { body: queue }));
    await queries.cancelQueries({ queryKey: QUEUES });
    queries.setQueryData<Queue[]>(
      QUEUES,
      (all) => all && [...all, created].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  };
}

export function useQueueChanges(name: string) {
  const { api } = useServices();
  const queries = useQueryClient();
  const params = { path: { name } };

  async function show(answer: Queue) {
    await queries.cancelQueries({ queryKey: QUEUES });
    queries.setQueryData<Queue[]>(QUEUES, (all) =>
      all?.map((queue) => (queue.name === name ? answer : queue)),
    );
  }

  return {
    remove: async () => {
      await dataOf(api.DELETE('/api/admin/queues/{name}', { params }));
      await queries.cancelQueries({ queryKey: QUEUES });
      queries.setQueryData<Queue[]>(QUEUES, (all) => all?.filter((queue) => queue.name !== name));
    },
    setMode: async (mode: Mode) =>
      show(await dataOf(api.POST(`/api/admin/queues/{name}/${mode}`, { params }))),
    limit: async (maxRunning: number | null) => {
      const headers = { 'Content-Type': 'application/merge-patch+json' };
      await show(
        await dataOf(api.PATCH('/api/admin/queues/{name}', { params, headers, body: { maxRunning } })),
      );
    },
  };
}
