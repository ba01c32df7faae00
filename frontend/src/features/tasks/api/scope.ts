import { createContext, use } from 'react';
import { useRoles } from '@/lib/session/useRoles';

/** Whose tasks are shown: one's own, or as an operator those of all. */
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

/** Others' tasks have no events, so what is known of them lies apart from one's own. */
export const othersKeys = {
  all: ['all-tasks'] as const,
  one: (id: string) => ['all-tasks', 'one', id] as const,
};
