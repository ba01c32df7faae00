import { useLocalStorage } from '@mantine/hooks';

/** What a list of tasks can show of each beside its state and its title. */
export const COLUMNS = ['submitted', 'took', 'queue', 'priority', 'attempt', 'worker', 'preview'] as const;
export type Column = (typeof COLUMNS)[number];

const USUAL: Column[] = ['submitted', 'took', 'preview'];

/** The columns that somebody chose, kept in this browser. */
export function useColumns() {
  const [columns, setColumns] = useLocalStorage<Column[]>({
    key: 'millrace-columns',
    defaultValue: USUAL,
    getInitialValueInEffect: false,
    deserialize: columnsIn,
  });
  return { columns, setColumns };
}

/** What was kept may be of an earlier version, or not ours at all. */
function columnsIn(kept: string | undefined): Column[] {
  try {
    const names: unknown = JSON.parse(kept ?? '');
    return Array.isArray(names) ? COLUMNS.filter((column) => names.includes(column)) : USUAL;
  } catch {
    return USUAL;
  }
}
