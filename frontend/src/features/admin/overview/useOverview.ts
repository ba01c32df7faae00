import { useQuery } from '@tanstack/react-query';
import { dataOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';

const REFETCH_INTERVAL = 5_000;

/** The current number of tasks in each state. */
export function useOverview() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['admin', 'overview'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/admin/overview', { signal })),
    refetchInterval: REFETCH_INTERVAL,
    staleTime: 0,
  });
}
