import { useQuery } from '@tanstack/react-query';
import { answerOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type QueueChoice = Schemas['QueueChoice'];

/** The queues that tasks may be sent to. Workers come and go, so they are read again whenever a page asks. */
export function useQueueChoices() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['queues'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/queues', { signal }))).items,
    staleTime: 5_000,
  });
}
