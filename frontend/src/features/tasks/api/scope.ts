import { createContext, use } from 'react';
import { useRoles } from '@/lib/session/useRoles';

/** Whose tasks are shown: one's own, or as an operator those of all. */
export type Scope = 'mine' | 'all';

export const ScopeContext = createContext<Scope>('mine');

export function useScope(): Scope {
  return use(ScopeContext);
}

/** Whether those shown can be changed: one's own always, those of all by admins only. */
export function useMayChange(): boolean {
  const { mayChange } = useRoles();
  return useScope() === 'mine' || mayChange;
}

/** Where the API has them. */
export const API = { mine: '/api/tasks', all: '/api/admin/tasks' } as const;

/** Where this application shows them. */
export const PLACE = { mine: '/tasks', all: '/admin/tasks' } as const;

/** Others' tasks have no events, so what is known of them lies apart from one's own. */
export const othersKeys = {
  all: ['all-tasks'] as const,
  one: (id: string) => ['all-tasks', 'one', id] as const,
};
