import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TaskState } from '../../../lib/api/client';
import type { TaskFilter } from '../../../lib/tasks/filter';

export const STATES: TaskState[] = ['WAITING', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'];

/** What the address says about the list, under the names of the API; days stand for themselves. */
const NAMES = ['state', 'type', 'text', 'from', 'to', 'queue', 'errorType', 'user', 'worker'] as const;
export type FilterName = (typeof NAMES)[number];

/** The filter lives in the address, so that it can be kept, shared and gone back to. */
export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const said = search.toString();
  const filter = useMemo(() => filterFrom(new URLSearchParams(said)), [said]);

  function set(name: FilterName, value: string) {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) {
          after.set(name, value);
        } else {
          after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  }

  return {
    filter,
    isFiltered: Object.keys(filter).length > 0,
    said: (name: FilterName) => search.get(name) ?? '',
    set,
    clear: () => setSearch({}, { replace: true }),
  };
}

function filterFrom(search: URLSearchParams): TaskFilter {
  const filter: TaskFilter = {};
  const states = (search.get('state') ?? '')
    .split(',')
    .filter((state) => STATES.includes(state as TaskState));
  if (states.length > 0) {
    filter.state = states as TaskState[];
  }
  for (const name of ['type', 'text', 'queue', 'errorType', 'user', 'worker'] as const) {
    const value = search.get(name)?.trim();
    if (value) {
      filter[name] = value;
    }
  }
  const from = startOfDay(search.get('from'));
  const to = startOfDay(search.get('to'), 1);
  return { ...filter, ...(from && { from }), ...(to && { to }) };
}

/** When a day of the reader's zone begins, or one some days after it. */
function startOfDay(day: string | null, after = 0): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '');
  return parts
    ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + after).toISOString()
    : null;
}
