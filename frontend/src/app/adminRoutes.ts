import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** A route whose code the browser loads on the first visit. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

/** The administration's pages. A browser loads them only when somebody opens one. */
export const adminRoutes: RouteObject = {
  path: 'admin',
  lazy: async () => ({ Component: (await import('@/features/admin/AdminPages')).AdminPages }),
  children: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('@/features/admin/overview/Overview')).Overview }),
    },
    page('queues', async () => (await import('@/features/admin/queues/Queues')).Queues),
    page('task-types', async () => (await import('@/features/admin/types/Types')).Types),
    page('workers', async () => (await import('@/features/admin/workers/Workers')).Workers),
    page('tasks', async () => (await import('@/features/tasks/components/AllTasks')).AllTasks),
    page('tasks/:id', async () => (await import('@/features/tasks/components/AllTasks')).AnyTask),
    page('failures', async () => (await import('@/features/admin/failures/Failures')).Failures),
    page('dead-letters', async () => (await import('@/features/admin/failures/DeadLetters')).DeadLetters),
    page(
      'rejected',
      async () => (await import('@/features/admin/rejected/RejectedMessages')).RejectedMessages,
    ),
    page('users', async () => (await import('@/features/admin/users/Users')).Users),
    page('audit', async () => (await import('@/features/admin/audit/AuditLog')).AuditLog),
    page('system', async () => (await import('@/features/admin/system/SystemPage')).SystemPage),
  ],
};
