import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { RouterProvider } from 'react-router';
import { type Services, ServicesContext } from '@/lib/services';
import { contrast, theme } from './theme';

type Router = ComponentProps<typeof RouterProvider>['router'];

interface AppProps {
  services: Services;
  router: Router;
  /** With 'test', Mantine shows menus at once and also where jsdom has no layout. */
  env?: 'default' | 'test';
}

export function App({ services, router, env }: AppProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={contrast} defaultColorScheme="auto" env={env}>
      <Notifications position="bottom-right" limit={3} />
      <ServicesContext value={services}>
        <QueryClientProvider client={services.queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ServicesContext>
    </MantineProvider>
  );
}
