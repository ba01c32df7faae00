import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The filters in the address, each under its name, so that people can bookmark, share and go back to them. Empty
 * filters are left out. `names` never change.
 */
export function useSearch<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  // The router shows a change late. A change that comes earlier builds on the latest one.
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);

  function update(after: URLSearchParams) {
    latest.current = after;
    setSearch(after, { replace: true });
  }

  const filters = useMemo(
    () =>
      Object.fromEntries(names.map((name) => [name, search.get(name)?.trim() ?? ''])) as Record<Name, string>,
    [search, names],
  );
  return {
    filters,
    isFiltered: names.some((name) => filters[name] !== ''),
    set(name: Name, value: string) {
      const after = new URLSearchParams(latest.current);
      if (value) {
        after.set(name, value);
      } else {
        after.delete(name);
      }
      update(after);
    },
    clear: () => update(new URLSearchParams()),
  };
}

/** The filters that have a value, for a query to the server. */
export function withoutEmpty<Name extends string>(
  filters: Record<Name, string>,
): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')) as Partial<
    Record<Name, string>
  >;
}
