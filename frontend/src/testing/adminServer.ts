import { aTaskType } from './aTask';
import { FakeServer } from './FakeServer';

/** A server with a signed-in administrator, or a person with the given roles. */
export function adminServer(roles: string[] = ['user', 'admin']): FakeServer {
  return new FakeServer()
    .signedIn('u-1', roles)
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/admin/queues', { items: [] })
    .on('GET /api/admin/overview', { tasks: {}, workers: [] });
}
