import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import type { TaskFilter } from '@/lib/tasks/filter';
import { API, othersKeys, useScope } from './scope';

export type BulkAction = Schemas['BulkAction'];
/** The tasks that were selected, or all that match a filter. */
export type Chosen = { ids: string[] } | { filter: TaskFilter };

interface BulkSettings {
  action: BulkAction;
  chosen: Chosen;
  /** The new priority, for the action `priority`. */
  priority: number;
  onDone: (changed: number) => void;
}

/** One action on many tasks: counted first, then done in rounds until none remains. */
export function useBulk({ action, chosen, priority, onDone }: BulkSettings) {
  const { api, tasks, queries } = useServices();
  const scope = useScope();
  const [changed, setChanged] = useState(0);
  const stopped = useRef(false);

  function call(more: Pick<Schemas['AdminBulkRequest'], 'dryRun' | 'asOf'>) {
    const wanted = action === 'priority' ? { priority } : {};
    return dataOf(api.POST(`${API[scope]}/bulk`, { body: { action, ...wanted, ...chosen, ...more } }));
  }

  const count = useQuery({
    queryKey: ['bulk', scope, action, chosen],
    queryFn: () => call({ dryRun: true }),
    gcTime: 0,
    staleTime: 0,
  });

  const run = useMutation({
    mutationFn: async (asOf: string) => {
      stopped.current = false;
      let sum = 0;
      let remaining = 1;
      while (remaining > 0 && !stopped.current) {
        const round = await call({ dryRun: false, asOf });
        sum += round.changed;
        // A round without an effect would have none the next time either.
        remaining = round.changed === 0 ? 0 : round.remaining;
        setChanged(sum);
      }
      return sum;
    },
    onSuccess: onDone,
    onSettled: () =>
      scope === 'mine' ? tasks.reload() : queries.invalidateQueries({ queryKey: othersKeys.all }),
  });

  return {
    count,
    run,
    changed,
    stop: () => {
      stopped.current = true;
    },
  };
}
