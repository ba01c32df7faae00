import { aTaskType } from './aTask';
import { FakeServer } from './FakeServer';

/** A server at which an administrator is signed in, or whoever has the roles. */
export function operatedServer(roles: string[] = ['user', 'admin']): FakeServer {
  return new FakeServer()
    .signedIn('u-1', roles)
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/admin/queues', { items: [] })
    .on('GET /api/admin/overview', { tasks: {}, workers: [] });
}
