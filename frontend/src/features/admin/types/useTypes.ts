import { useQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Type = Schemas['AdminTaskType'];

const TYPES = ['admin', 'task-types'] as const;
const REFETCH_INTERVAL = 5_000;

/** All task types, hidden ones too. Workers come and go, so the query polls while the page is open. */
export function useTypes() {
  const { api } = useServices();
  return useQuery({
    queryKey: TYPES,
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/admin/task-types', { signal }))).items,
    refetchInterval: REFETCH_INTERVAL,
    staleTime: 0,
  });
}

export function useTypeChanges(name: string) {
  const { api } = useServices();
  const queries = useQueryClient();
  const params = { path: { name } };

  async function put(change: (all: Type[]) => Type[]) {
    await queries.cancelQueries({ queryKey: TYPES });
    queries.setQueryData<Type[]>(TYPES, (all) => all && change(all));
    await queries.invalidateQueries({ queryKey: ['task-types'] });
  }

  return {
    setVisibility: async (action: 'hide' | 'show') => {
      const answer = await dataOf(api.POST(`/api/admin/task-types/{name}/${action}`, { params }));
      await put((all) => all.map((type) => (type.name === name ? answer : type)));
    },
    remove: async () => {
      await dataOf(api.DELETE('/api/admin/task-types/{name}', { params }));
      await put((all) => all.filter((type) => type.name !== name));
    },
  };
}
