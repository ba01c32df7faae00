import { useMutation } from '@tanstack/react-query';
import { answerOf, type Schemas, type User } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Registration = Schemas['RegisterUser'];

export function useRegister(onRegistered: (user: User) => void) {
  const { api } = useServices();
  return useMutation({
    mutationFn: (registration: Registration) => answerOf(api.POST('/api/users', { body: registration })),
    onSuccess: onRegistered,
  });
}
