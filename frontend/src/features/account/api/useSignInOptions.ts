import { useQuery } from '@tanstack/react-query';
import { dataOf } from '@/lib/api/client';
import { useServices } from '@/lib/services';

/** The ways in, before anybody has signed in. */
export function useSignInOptions() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/auth/options', { signal })),
  });
}
