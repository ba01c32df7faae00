import { useQuery } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type QueueChoice = Schemas['QueueChoice'];

/** The queues that accept tasks. Workers come and go, so each page that opens reads them again. */
export function useQueueChoices() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['queues'],
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/queues', { signal }))).items,
    staleTime: 5_000,
  });
}
