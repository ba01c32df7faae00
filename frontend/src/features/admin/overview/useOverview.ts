import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';

const AGAIN_AFTER = 5_000;

/** How many tasks there are in each state, now. */
export function useOverview() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['admin', 'overview'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/admin/overview', { signal })),
    refetchInterval: AGAIN_AFTER,
    staleTime: 0,
  });
}
