import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answerOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { type Figures, figuresOf } from './statistics';

/** “live” is the end of the shortest window of the server, read more often. */
export const WINDOWS = ['live', '15m', '1h', '24h', '7d'] as const;
export type Window = (typeof WINDOWS)[number];

/** The server sends no events about statistics, so the query polls, more often for shorter windows. */
const AGAIN_AFTER: Record<Window, number> = {
  live: 3_000,
  '15m': 10_000,
  '1h': 30_000,
  '24h': 60_000,
  '7d': 300_000,
};

/** The window stands in the address. */
export function useWindow(): [Window, (window: Window) => void] {
  const [search, setSearch] = useSearchParams();
  const said = search.get('window') as Window;
  const choose = (window: Window) => setSearch(window === '15m' ? {} : { window }, { replace: true });
  return [WINDOWS.includes(said) ? said : '15m', choose];
}

export function useFigures(window: Window) {
  const { api } = useServices();
  return useQuery({
    queryKey: ['admin', 'statistics', window],
    queryFn: async ({ signal }): Promise<Figures> => {
      const query = { window: window === 'live' ? '15m' : window } as const;
      const answer: Schemas['Statistics'] = await answerOf(
        api.GET('/api/admin/statistics', { params: { query }, signal }),
      );
      return figuresOf(answer, window === 'live');
    },
    refetchInterval: AGAIN_AFTER[window],
    staleTime: 0,
    // The charts of another window stay until those of the chosen one are there, so that nothing jumps.
    placeholderData: keepPreviousData,
  });
}
