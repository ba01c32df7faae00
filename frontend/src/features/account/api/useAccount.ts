import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf, type Schemas, type User } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Profile = Schemas['ChangeProfile'];
export type SignedIn = Schemas['AccountSession'];
export type ApiToken = Schemas['ApiToken'];
export type Scope = Schemas['Scope'];

const keys = {
  me: ['me'] as const,
  sessions: ['me', 'sessions'] as const,
  tokens: ['me', 'tokens'] as const,
};

export function useChangeProfile(onChanged: () => void) {
  const { api } = useServices();
  const queries = useQueryClient();
  const headers = { 'Content-Type': 'application/merge-patch+json' };
  return useMutation({
    mutationFn: (body: Profile) => dataOf(api.PATCH('/api/users/me', { headers, body })),
    onSuccess: (user: User) => {
      queries.setQueryData(keys.me, user);
      onChanged();
    },
  });
}

/** Changes the password. This ends all other sessions and, on request, revokes the API tokens. */
export function useChangePassword(onChanged: () => void) {
  const { api } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ChangePassword']) => dataOf(api.PUT('/api/users/me/password', { body })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.sessions });
      void queries.invalidateQueries({ queryKey: keys.tokens });
      onChanged();
    },
  });
}

/** My sessions, the latest sign-in first. */
export function useSessions() {
  const { api } = useServices();
  return useQuery({
    queryKey: keys.sessions,
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/users/me/sessions', { signal }))).items,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
}

export function useSessionEnds() {
  const { api, session } = useServices();
  const queries = useQueryClient();
  return {
    async end(id: string) {
      await dataOf(api.DELETE('/api/users/me/sessions/{id}', { params: { path: { id } } }));
      await queries.invalidateQueries({ queryKey: keys.sessions });
    },
    async endAll() {
      await dataOf(api.DELETE('/api/users/me/sessions'));
      session.endHere();
    },
  };
}

/** My API tokens, the latest first; never the tokens themselves. */
export function useTokens() {
  const { api } = useServices();
  return useQuery({
    queryKey: keys.tokens,
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/users/me/tokens', { signal }))).items,
    staleTime: 0,
  });
}

export function useTokenChanges() {
  const { api } = useServices();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: keys.tokens });
  return {
    /** The response contains the token, which the server never shows again. */
    async create(body: Schemas['CreateApiToken']) {
      const made = await dataOf(api.POST('/api/users/me/tokens', { body }));
      await again();
      return made;
    },
    async revoke(id: string) {
      await dataOf(api.DELETE('/api/users/me/tokens/{id}', { params: { path: { id } } }));
      await again();
    },
  };
}
