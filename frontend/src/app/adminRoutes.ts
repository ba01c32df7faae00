import type { RouteObject } from 'react-router';

/** The operator's pages: none of it is loaded by who does not go there. */
export const adminRoutes: RouteObject = {
  path: 'admin',
  lazy: async () => ({
    Component: (await import('../features/admin/components/AdminPages')).AdminPages,
  }),
  children: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('../features/admin/components/Overview')).Overview }),
    },
    {
      path: 'queues',
      lazy: async () => ({ Component: (await import('../features/admin/components/Queues')).Queues }),
    },
    {
      path: 'tasks',
      lazy: async () => ({ Component: (await import('../features/tasks/components/AllTasks')).AllTasks }),
    },
    {
      path: 'tasks/:id',
      lazy: async () => ({ Component: (await import('../features/tasks/components/AllTasks')).AnyTask }),
    },
    {
      path: 'dead-letters',
      lazy: async () => ({
        Component: (await import('../features/admin/components/DeadLetters')).DeadLetters,
      }),
    },
  ],
};
