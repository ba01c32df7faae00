import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';

/** The signed-in person with their roles. */
export function useMe() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/users/me', { signal })),
  });
}
