import type { Task } from '@/lib/api/client';

export type Action = 'priority' | 'cancel' | 'retry' | 'edit' | 'again' | 'delete';

/** The actions that a task's state allows, the likeliest first. */
export function actionsOf(task: Task): Action[] {
  switch (task.state) {
    case 'WAITING':
      return ['cancel', 'priority', 'again'];
    case 'QUEUED':
      return ['cancel', 'again'];
    case 'RUNNING':
      return task.cancelRequestedAt ? ['again'] : ['cancel', 'again'];
    case 'SUCCEEDED':
      return ['again', 'delete'];
    default:
      return ['retry', 'edit', 'again', 'delete'];
  }
}
