import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Rejected = Schemas['Rejected'];

const REJECTED = ['admin', 'rejected'] as const;
const NEWEST = 200;
const AGAIN_AFTER = 15_000;

export function useRejected() {
  const { api } = useServices();
  return useQuery({
    queryKey: REJECTED,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/admin/rejected', { params: { query: { limit: NEWEST } }, signal })),
    refetchInterval: AGAIN_AFTER,
    staleTime: 0,
  });
}

export function useDeleteRejected() {
  const { api } = useServices();
  const queries = useQueryClient();
  return async ({ stream, id }: Rejected) => {
    await answerOf(api.DELETE('/api/admin/rejected/{stream}/{id}', { params: { path: { stream, id } } }));
    await queries.invalidateQueries({ queryKey: REJECTED });
  };
}
