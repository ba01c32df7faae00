import { useQuery } from '@tanstack/react-query';
import { answerOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type SystemState = Schemas['System'];

const AGAIN_AFTER = 10_000;

export function useSystem() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['admin', 'system'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/admin/system', { signal })),
    refetchInterval: AGAIN_AFTER,
    staleTime: 0,
  });
}
