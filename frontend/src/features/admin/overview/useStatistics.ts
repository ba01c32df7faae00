import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { statisticsOf, type WindowStatistics } from './statistics';

/** “live” is the end of the shortest server window, polled more often. */
export const WINDOWS = ['live', '15m', '1h', '24h', '7d'] as const;
export type Window = (typeof WINDOWS)[number];

/** The server sends no events about statistics, so the query polls, more often for shorter windows. */
const REFETCH_INTERVAL: Record<Window, number> = {
  live: 3_000,
  '15m': 10_000,
  '1h': 30_000,
  '24h': 60_000,
  '7d': 300_000,
};

/** The address holds the window. */
export function useWindow(): [Window, (window: Window) => void] {
  const [search, setSearch] = useSearchParams();
  const requested = search.get('window') as Window;
  const choose = (window: Window) => setSearch(window === '15m' ? {} : { window }, { replace: true });
  return [WINDOWS.includes(requested) ? requested : '15m', choose];
}

export function useStatistics(window: Window) {
  const { api } = useServices();
  return useQuery({
    queryKey: ['admin', 'statistics', window],
    queryFn: async ({ signal }): Promise<WindowStatistics> => {
      const query = { window: window === 'live' ? '15m' : window } as const;
      const answer: Schemas['Statistics'] = await dataOf(
        api.GET('/api/admin/statistics', { params: { query }, signal }),
      );
      return statisticsOf(answer, window === 'live');
    },
    refetchInterval: REFETCH_INTERVAL[window],
    staleTime: 0,
    // The previous charts stay until the new ones have loaded, so that the layout does not jump.
    placeholderData: keepPreviousData,
  });
}
