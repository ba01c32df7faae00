import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Type = Schemas['AdminTaskType'];

const TYPES = ['admin', 'task-types'] as const;
const AGAIN_AFTER = 5_000;

/** All task types, hidden ones too. Workers come and go, so they are read again while they are looked at. */
export function useTypes() {
  const { api } = useServices();
  return useQuery({
    queryKey: TYPES,
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/admin/task-types', { signal }))).items,
    refetchInterval: AGAIN_AFTER,
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
    turn: async (turn: 'hide' | 'show') => {
      const answer = await answerOf(api.POST(`/api/admin/task-types/{name}/${turn}`, { params }));
      await put((all) => all.map((type) => (type.name === name ? answer : type)));
    },
    remove: async () => {
      await answerOf(api.DELETE('/api/admin/task-types/{name}', { params }));
      await put((all) => all.filter((type) => type.name !== name));
    },
  };
}
