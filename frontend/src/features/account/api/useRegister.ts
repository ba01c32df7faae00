import { useMutation } from '@tanstack/react-query';
import { dataOf, type Schemas, type User } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Registration = Schemas['RegisterUser'];

/** Creates an account and signs in with it. If only the sign-in fails, the account still exists. */
export function useRegister(onSignInFailed: (user: User) => void) {
  const { api, session } = useServices();
  return useMutation({
    mutationFn: async (registration: Registration) => {
      const user = await dataOf(api.POST('/api/users', { body: registration }));
      const { username, password } = registration;
      await session.signIn({ username, password }).catch(() => onSignInFailed(user));
    },
  });
}
