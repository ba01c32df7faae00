import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { withoutEmpty } from '@/lib/ui/useSearch';

export type User = Schemas['AdminUser'];
export type Role = Schemas['Role'];
export type Limits = Schemas['UserLimits'];
export const FILTERS = ['search', 'role', 'state'] as const;
export type Filter = Record<(typeof FILTERS)[number], string>;

const USERS = ['admin', 'users'] as const;
const PAGE = 50;

export function useUsers(filter: Filter) {
  const { api } = useServices();
  return useInfiniteQuery({
    queryKey: [...USERS, filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...withoutEmpty(filter),
        limit: PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      };
      return dataOf(api.GET('/api/admin/users', { params: { query: query as { limit: number } }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

export function useUserChanges(id: string) {
  const { api } = useServices();
  const queries = useQueryClient();
  const params = { path: { id } };
  const readAgain = () => queries.invalidateQueries({ queryKey: USERS });

  return {
    async change(body: Schemas['ChangeUser']) {
      const headers = { 'Content-Type': 'application/merge-patch+json' };
      await dataOf(api.PATCH('/api/admin/users/{id}', { params, headers, body }));
      await readAgain();
    },
    async limit(body: Limits) {
      await dataOf(api.PUT('/api/admin/users/{id}/limits', { params, body }));
      await readAgain();
    },
    async signOut(body: Schemas['SignUserOut']) {
      await dataOf(api.POST('/api/admin/users/{id}/sign-out', { params, body }));
    },
  };
}
