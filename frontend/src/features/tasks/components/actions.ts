import type { Task } from '@/lib/api/client';

export type Action = 'priority' | 'cancel' | 'retry' | 'edit' | 'again' | 'delete';

/** What can be done to a task as it is, the likeliest first. */
export function actionsOf(task: Task): Action[] {
  switch (task.state) {
    case 'WAITING':
      return ['cancel', 'priority', 'again'];
    case 'QUEUED':
      return ['cancel', 'again'];
    case 'RUNNING':
      return task.cancelAskedAt ? ['again'] : ['cancel', 'again'];
    case 'SUCCEEDED':
      return ['again', 'delete'];
    default:
      return ['retry', 'edit', 'again', 'delete'];
  }
}
