import { useQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Rejected = Schemas['Rejected'];

const REJECTED = ['admin', 'rejected'] as const;
const NEWEST = 200;
const REFETCH_INTERVAL = 15_000;

export function useRejected() {
  const { api } = useServices();
  return useQuery({
    queryKey: REJECTED,
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/admin/rejected', { params: { query: { limit: NEWEST } }, signal })),
    refetchInterval: REFETCH_INTERVAL,
    staleTime: 0,
  });
}

export function useDeleteRejected() {
  const { api } = useServices();
  const queries = useQueryClient();
  return async ({ stream, id }: Rejected) => {
    await dataOf(api.DELETE('/api/admin/rejected/{stream}/{id}', { params: { path: { stream, id } } }));
    await queries.invalidateQueries({ queryKey: REJECTED });
  };
}
