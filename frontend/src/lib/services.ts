import { QueryClient } from '@tanstack/react-query';
import { createContext, use, useSyncExternalStore } from 'react';
import { type Api, createApi, dataOf } from './api/client';
import { ApiProblem } from './api/problem';
import { LiveConnection, type LiveStatus } from './live/LiveConnection';
import { Session, type SessionState } from './session/Session';
import { TaskCache, taskKeys } from './tasks/TaskCache';
import { WorkflowCache } from './workflows/WorkflowCache';

export interface Services {
  session: Session;
  api: Api;
  queries: QueryClient;
  tasks: TaskCache;
  live: LiveConnection;
}

/** Wires all services together. Signing in starts the live connection, and signing out stops it. */
export function createServices(baseUrl: string, onMissed: () => void): Services {
  const session = new Session(baseUrl);
  const api = createApi(baseUrl, session.fetch);
  const queries = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: isWorthRetrying },
    },
  });
  const tasks = new TaskCache(queries);
  const workflows = new WorkflowCache(queries);
  const live = new LiveConnection({
    baseUrl,
    async takeTicket(leastLife) {
      const token = await session.accessToken(leastLife);
      if (!token) {
        return null;
      }
      const { ticket } = await dataOf(api.POST('/api/ws-tickets'));
      return { ticket, endsAt: token.endsAt };
    },
    openStream(lastId, signal) {
      const resume = lastId === null ? undefined : { 'Last-Event-ID': lastId };
      return session.fetch(
        new Request(`${baseUrl}/api/events`, { headers: { Accept: 'text/event-stream', ...resume }, signal }),
      );
    },
    onTask(event) {
      if (event.type === 'dev.millrace.task.deleted') {
        tasks.remove(event.subject);
        return;
      }
      workflows.move(tasks.put(event.data));
      if (event.type !== 'dev.millrace.task.progress') {
        void queries.invalidateQueries({ queryKey: taskKeys.one(event.subject) }, { cancelRefetch: false });
      }
    },
    onWorkflow(event) {
      workflows.put(event.data);
    },
    onGap(missed) {
      void tasks.reload();
      void workflows.reload();
      if (missed) {
        onMissed();
      }
    },
  });
  session.subscribe(() => {
    live.stop();
    queries.clear();
    tasks.clear();
    if (session.state.status === 'signed-in') {
      live.start();
    }
  });
  return { session, api, queries, tasks, live };
}

function isWorthRetrying(failures: number, error: Error): boolean {
  return failures < 2 && !(error instanceof ApiProblem && error.status < 500);
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) {
    throw new Error('there is no ServicesContext above');
  }
  return services;
}

export function useSession(): SessionState {
  const { session } = useServices();
  return useSyncExternalStore(session.subscribe, session.current);
}

export function useLiveStatus(): LiveStatus {
  const { live } = useServices();
  return useSyncExternalStore(live.subscribe, live.current);
}
