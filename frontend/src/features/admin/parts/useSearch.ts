import { useSearchParams } from 'react-router';

/** Filters that stand in the address, each under its name; an empty one stands nowhere. */
export function useSearch<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  const said = Object.fromEntries(names.map((name) => [name, search.get(name)?.trim() ?? ''])) as Record<
    Name,
    string
  >;
  return {
    said,
    isFiltered: names.some((name) => said[name] !== ''),
    set(name: Name, value: string) {
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
    },
    clear: () => setSearch({}, { replace: true }),
  };
}

/** Those of the filters that say something, for a query to the server. */
export function saidOnly<Name extends string>(said: Record<Name, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) as Partial<
    Record<Name, string>
  >;
}
