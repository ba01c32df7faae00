import { createContext, use } from 'react';
import { useRoles } from '@/lib/session/useRoles';

/** The shown tasks: one's own, or, for an operator, those of all users. */
export type Scope = 'mine' | 'all';

export const ScopeContext = createContext<Scope>('mine');

export function useScope(): Scope {
  return use(ScopeContext);
}

/** True if the person may change the listed tasks: their own always, those of all users only as an administrator. */
export function useMayChange(): boolean {
  const { mayChange } = useRoles();
  return useScope() === 'mine' || mayChange;
}

/** The path of the tasks in the API. */
export const API = { mine: '/api/tasks', all: '/api/admin/tasks' } as const;

/** The route that shows the tasks. */
export const PLACE = { mine: '/tasks', all: '/admin/tasks' } as const;

/** The query keys of other users' tasks. These have no events, so the cache keeps them apart from one's own. */
export const othersKeys = {
  all: ['all-tasks'] as const,
  one: (id: string) => ['all-tasks', 'one', id] as const,
};
