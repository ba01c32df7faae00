import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dataOf, type Schemas, type Task } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type DeadLetterGroup = Schemas['DeadLetterGroup'];
type Parameters = Record<string, unknown>;

const DEAD_LETTERS = ['admin', 'dead-letters'] as const;
const PAGE = 200;

/** The maximum number of tasks in one edit, which sends one request for each. */
export const MAX_EDITED = 1_000;

export function useDeadLetters() {
  const { api } = useServices();
  return useQuery({
    queryKey: DEAD_LETTERS,
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/admin/dead-letters', { signal }))).groups,
    staleTime: 0,
  });
}

/** Retries a whole group, in rounds until none remains. Returns the number of retried tasks. */
export function useRetryGroup({ type, errorType }: DeadLetterGroup) {
  const { api } = useServices();
  const queries = useQueryClient();
  return async () => {
    const filter = { state: ['FAILED' as const], type, errorType };
    let asOf: { asOf?: string } = {};
    let sum = 0;
    try {
      for (;;) {
        const body = { action: 'retry' as const, filter, dryRun: false, ...asOf };
        const round = await dataOf(api.POST('/api/admin/tasks/bulk', { body }));
        asOf = { asOf: round.asOf };
        sum += round.changed;
        if (round.remaining === 0 || round.changed === 0) {
          return sum;
        }
      }
    } finally {
      void queries.invalidateQueries({ queryKey: DEAD_LETTERS });
    }
  };
}

/** The outcome of editing and retrying several tasks. */
export interface Edited {
  retried: number;
  rejected: number;
  /** The first error that the server returned; null if none. */
  reason: unknown;
}

/** Retries each task of a group with some parameters replaced. */
export function useEditGroup({ type, errorType }: DeadLetterGroup) {
  const { api } = useServices();
  const queries = useQueryClient();
  const [done, setDone] = useState(0);
  const stopped = useRef(false);

  async function failedOnes(): Promise<Task[]> {
    const found: Task[] = [];
    let cursor: string | null = null;
    do {
      const query = {
        state: ['FAILED' as const],
        type,
        errorType,
        limit: PAGE,
        ...(cursor !== null && { cursor }),
      };
      const page: Schemas['TaskPage'] = await dataOf(api.GET('/api/admin/tasks', { params: { query } }));
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && found.length < MAX_EDITED);
    return found.slice(0, MAX_EDITED);
  }

  async function edit(changes: Parameters): Promise<Edited> {
    stopped.current = false;
    const outcome: Edited = { retried: 0, rejected: 0, reason: null };
    for (const { id, parameters } of await failedOnes()) {
      if (stopped.current) {
        break;
      }
      const body = { parameters: { ...parameters, ...changes } };
      try {
        await dataOf(api.POST('/api/admin/tasks/{id}/retry', { params: { path: { id } }, body }));
        outcome.retried += 1;
      } catch (error) {
        outcome.rejected += 1;
        outcome.reason ??= error;
      }
      setDone(outcome.retried + outcome.rejected);
    }
    await queries.invalidateQueries({ queryKey: DEAD_LETTERS });
    return outcome;
  }

  return {
    edit,
    done,
    stop: () => {
      stopped.current = true;
    },
  };
}
