import { useQuery } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type SystemState = Schemas['System'];

const REFETCH_INTERVAL = 10_000;

export function useSystem() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['admin', 'system'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/admin/system', { signal })),
    refetchInterval: REFETCH_INTERVAL,
    staleTime: 0,
  });
}
