import { useQuery } from '@tanstack/react-query';
import { dataOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';

/** The catalogue of task types. Workers come and go, so each page that opens reads it again. */
export function useTaskTypes() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['task-types'],
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/task-types', { signal }))).items,
    staleTime: 5_000,
    refetchOnWindowFocus: true,
  });
}

/** Returns the title of a task type, or its name until the catalogue has loaded. */
export function useTaskTypeTitle(): (name: string) => string {
  const { data } = useTaskTypes();
  return (name) => data?.find((type) => type.name === name)?.title ?? name;
}
