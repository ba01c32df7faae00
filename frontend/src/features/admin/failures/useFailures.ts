import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Failure = Schemas['Failure'];

export const PERIODS = ['1h', '24h', '7d', 'all'] as const;
export type Period = (typeof PERIODS)[number];

const HOUR = 3_600_000;
const LENGTHS: Record<Period, number | null> = { '1h': HOUR, '24h': 24 * HOUR, '7d': 168 * HOUR, all: null };
const REFETCH_INTERVAL = 15_000;

/** The failures of a period up to now, in groups. */
export function useFailures(period: Period) {
  const { api } = useServices();
  const length = LENGTHS[period];
  return useQuery({
    queryKey: ['admin', 'failures', period],
    queryFn: async ({ signal }) => {
      const query = length === null ? {} : { from: new Date(Date.now() - length).toISOString() };
      return (await dataOf(api.GET('/api/admin/failures', { params: { query }, signal }))).items;
    },
    refetchInterval: REFETCH_INTERVAL,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}
