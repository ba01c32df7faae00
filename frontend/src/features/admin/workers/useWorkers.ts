import { useQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Worker = Schemas['Worker'];
export type Running = Worker['running'][number];
export type Order = 'quiet' | 'resume' | 'stop';

const WORKERS = ['admin', 'workers'] as const;

/** The interval of workers' heartbeats. */
const REFETCH_INTERVAL = 2_000;

export function useWorkers() {
  const { api } = useServices();
  return useQuery({
    queryKey: WORKERS,
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/admin/workers', { signal }))).items,
    refetchInterval: REFETCH_INTERVAL,
    staleTime: 0,
  });
}

/** The worker's next heartbeat shows the effect of a command. */
export function useOrder(id: string) {
  const { api } = useServices();
  const queries = useQueryClient();
  return async (order: Order) => {
    await dataOf(api.POST(`/api/admin/workers/{id}/${order}`, { params: { path: { id } } }));
    await queries.invalidateQueries({ queryKey: WORKERS });
  };
}
