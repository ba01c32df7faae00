import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, type Schemas } from '../../../lib/api/client';
import { useServices } from '../../../lib/services';

export type Queue = Schemas['Queue'];
export type DeadLetterGroup = Schemas['DeadLetterGroup'];
export type Mode = 'pause' | 'resume' | 'drain';

const QUEUES = ['admin', 'queues'] as const;
const DEAD_LETTERS = ['admin', 'dead-letters'] as const;

/** No event tells an operator how the whole is doing, so these figures are read again while they are looked at. */
const AGAIN_AFTER = 5_000;

export function useOverview() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['admin', 'overview'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/admin/overview', { signal })),
    refetchInterval: AGAIN_AFTER,
    staleTime: 0,
  });
}

export function useQueues() {
  const { api } = useServices();
  return useQuery({
    queryKey: QUEUES,
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/admin/queues', { signal }))).items,
    refetchInterval: AGAIN_AFTER,
    staleTime: 0,
  });
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
    turn: async (mode: Mode) =>
      show(await answerOf(api.POST(`/api/admin/queues/{name}/${mode}`, { params }))),
    limit: async (maxRunning: number | null) => {
      const headers = { 'Content-Type': 'application/merge-patch+json' };
      await show(
        await answerOf(api.PATCH('/api/admin/queues/{name}', { params, headers, body: { maxRunning } })),
      );
    },
  };
}

export function useDeadLetters() {
  const { api } = useServices();
  return useQuery({
    queryKey: DEAD_LETTERS,
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/admin/dead-letters', { signal }))).groups,
    staleTime: 0,
  });
}

/** Another try for a whole group, in rounds until none remains; gives how many were retried. */
export function useRetryGroup({ type, errorType }: DeadLetterGroup) {
  const { api } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const filter = { state: ['FAILED' as const], type, errorType };
      let asOf: { asOf?: string } = {};
      let sum = 0;
      for (;;) {
        const body = { action: 'retry' as const, filter, dryRun: false, ...asOf };
        const round = await answerOf(api.POST('/api/admin/tasks/bulk', { body }));
        asOf = { asOf: round.asOf };
        sum += round.changed;
        if (round.remaining === 0 || round.changed === 0) {
          return sum;
        }
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: DEAD_LETTERS }),
  });
}
