import { useMemo } from 'react';
import type { TaskState } from '@/lib/api/client';
import type { TaskFilter } from '@/lib/tasks/filter';
import { startOfDay } from '@/lib/ui/days';
import { useSearch } from '@/lib/ui/useSearch';

export const STATES: TaskState[] = ['WAITING', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'];

/** The filters in the address, under the API's names. Days are dates without a time. */
const NAMES = ['state', 'type', 'text', 'from', 'to', 'queue', 'errorType', 'user', 'worker'] as const;
type FilterName = (typeof NAMES)[number];

/** Reads and writes the filters of the task list in the address. */
export function useFilter() {
  const { filters, set, clear } = useSearch(NAMES);
  const filter = useMemo(() => filterFrom(filters), [filters]);
  return { filter, isFiltered: Object.keys(filter).length > 0, filters, set, clear };
}

function filterFrom(filters: Record<FilterName, string>): TaskFilter {
  const filter: TaskFilter = {};
  const states = filters.state.split(',').filter((state) => STATES.includes(state as TaskState));
  if (states.length > 0) {
    filter.state = states as TaskState[];
  }
  for (const name of ['type', 'text', 'queue', 'errorType', 'user', 'worker'] as const) {
    if (filters[name]) {
      filter[name] = filters[name];
    }
  }
  const from = startOfDay(filters.from);
  const to = startOfDay(filters.to, 1);
  return { ...filter, ...(from && { from }), ...(to && { to }) };
}
