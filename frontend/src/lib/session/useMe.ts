import { useQuery } from '@tanstack/react-query';
import { dataOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';

/** The signed-in person with their roles. */
export function useMe() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/users/me', { signal })),
  });
}
