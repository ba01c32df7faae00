import { useLocalStorage } from '@mantine/hooks';

/** The columns that a task list can show besides state and title. */
export const COLUMNS = ['submitted', 'took', 'queue', 'priority', 'attempt', 'worker', 'preview'] as const;
export type Column = (typeof COLUMNS)[number];

const USUAL: Column[] = ['submitted', 'took', 'preview'];

/** The chosen columns, stored in this browser. */
export function useColumns() {
  const [columns, setColumns] = useLocalStorage<Column[]>({
    key: 'millrace-columns',
    defaultValue: USUAL,
    getInitialValueInEffect: false,
    deserialize: columnsIn,
  });
  return { columns, setColumns };
}

/** The stored value may come from an earlier version or another program. */
function columnsIn(kept: string | undefined): Column[] {
  try {
    const names: unknown = JSON.parse(kept ?? '');
    return Array.isArray(names) ? COLUMNS.filter((column) => names.includes(column)) : USUAL;
  } catch {
    return USUAL;
  }
}
