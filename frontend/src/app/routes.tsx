import type { RouteObject } from 'react-router';
import { Register } from '@/features/account/components/Register';
import { SignIn } from '@/features/account/components/SignIn';
import { adminRoutes } from './adminRoutes';
import { Crashed, NotFound } from './faults';
import { GuestsOnly, MembersOnly } from './guards';
import { Shell } from './Shell';

/** Pages behind the sign-in are loaded when they are visited; each new area of the product is one more lazy route. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: Crashed,
    HydrateFallback: () => null,
    children: [
      {
        element: <GuestsOnly />,
        children: [
          { path: 'sign-in', element: <SignIn /> },
          { path: 'register', element: <Register /> },
        ],
      },
      {
        element: <MembersOnly />,
        children: [
          {
            element: <Shell />,
            children: [
              {
                ErrorBoundary: Crashed,
                children: [
                  {
                    index: true,
                    lazy: async () => ({
                      Component: (await import('@/features/home/components/Home')).Home,
                    }),
                  },
                  {
                    path: 'tasks',
                    lazy: async () => ({
                      Component: (await import('@/features/tasks/components/TaskList')).TaskList,
                    }),
                  },
                  {
                    path: 'tasks/:id',
                    lazy: async () => ({
                      Component: (await import('@/features/tasks/components/TaskPage')).TaskPage,
                    }),
                  },
                  {
                    path: 'submit',
                    lazy: async () => ({
                      Component: (await import('@/features/submit/components/SubmitPage')).SubmitPage,
                    }),
                  },
                  {
                    path: 'submit/:type',
                    lazy: async () => ({
                      Component: (await import('@/features/submit/components/SubmitPage')).SubmitPage,
                    }),
                  },
                  {
                    path: 'schedules',
                    lazy: async () => ({
                      Component: (await import('@/features/schedules/components/SchedulesPage'))
                        .SchedulesPage,
                    }),
                  },
                  {
                    path: 'schedules/new',
                    lazy: async () => ({
                      Component: (await import('@/features/schedules/components/NewSchedule')).NewSchedule,
                    }),
                  },
                  {
                    path: 'schedules/:id',
                    lazy: async () => ({
                      Component: (await import('@/features/schedules/components/SchedulePage')).SchedulePage,
                    }),
                  },
                  {
                    path: 'schedules/:id/edit',
                    lazy: async () => ({
                      Component: (await import('@/features/schedules/components/EditSchedule')).EditSchedule,
                    }),
                  },
                  {
                    path: 'workflows',
                    lazy: async () => ({
                      Component: (await import('@/features/workflows/components/WorkflowsPage'))
                        .WorkflowsPage,
                    }),
                  },
                  {
                    path: 'workflows/new',
                    lazy: async () => ({
                      Component: (await import('@/features/workflows/components/NewWorkflow')).NewWorkflow,
                    }),
                  },
                  {
                    path: 'workflows/:id',
                    lazy: async () => ({
                      Component: (await import('@/features/workflows/components/WorkflowPage')).WorkflowPage,
                    }),
                  },
                  {
                    path: 'account',
                    lazy: async () => ({
                      Component: (await import('@/features/account/components/AccountPage')).AccountPage,
                    }),
                  },
                  adminRoutes,
                  { path: '*', element: <NotFound /> },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
];
