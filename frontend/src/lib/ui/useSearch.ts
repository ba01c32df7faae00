import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters that stand in the address, each under its name, so that people can keep, share and return to them. An empty
 * filter is left out. `names` never change.
 */
export function useSearch<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  // The router shows a change only when it has settled: one that comes before builds upon what was asked for last.
  const asked = useRef(search);
  useEffect(() => {
    asked.current = search;
  }, [search]);

  function ask(after: URLSearchParams) {
    asked.current = after;
    setSearch(after, { replace: true });
  }

  const said = useMemo(
    () =>
      Object.fromEntries(names.map((name) => [name, search.get(name)?.trim() ?? ''])) as Record<Name, string>,
    [search, names],
  );
  return {
    said,
    isFiltered: names.some((name) => said[name] !== ''),
    set(name: Name, value: string) {
      const after = new URLSearchParams(asked.current);
      if (value) {
        after.set(name, value);
      } else {
        after.delete(name);
      }
      ask(after);
    },
    clear: () => ask(new URLSearchParams()),
  };
}

/** Those of the filters that say something, for a query to the server. */
export function saidOnly<Name extends string>(said: Record<Name, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) as Partial<
    Record<Name, string>
  >;
}
