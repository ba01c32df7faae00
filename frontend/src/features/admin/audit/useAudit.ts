import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { startOfDay } from '@/lib/ui/days';
import { withoutEmpty } from '@/lib/ui/useSearch';

export type AuditEntry = Schemas['AuditEntry'];
export const FILTERS = ['actor', 'action', 'target', 'from', 'to'] as const;
export type Filter = Record<(typeof FILTERS)[number], string>;

const PAGE = 50;
const REFETCH_INTERVAL = 30_000;

/** The filters as query parameters. Days become times in the reader's zone; the last day is included. */
function queryOf({ from, to, ...others }: Filter) {
  return withoutEmpty({ ...others, from: startOfDay(from) ?? '', to: startOfDay(to, 1) ?? '' });
}

export function useAudit(filter: Filter) {
  const { api } = useServices();
  return useInfiniteQuery({
    queryKey: ['admin', 'audit', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...queryOf(filter), limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) };
      return dataOf(api.GET('/api/admin/audit', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    staleTime: 0,
    placeholderData: keepPreviousData,
    // The query does not poll once somebody has loaded older pages.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) < 2 ? REFETCH_INTERVAL : false),
  });
}

/** Saves all matching entries as a file of this name. A plain link could not send the access token. */
export function useExport(filter: Filter, name: string) {
  const { api } = useServices();
  return async () => {
    const params = { query: queryOf(filter) };
    const csv = await dataOf<Blob>(api.GET('/api/admin/audit.csv', { params, parseAs: 'blob' }));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(csv);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
}
