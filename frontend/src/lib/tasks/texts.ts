/** Texts about tasks that several features use. */
export const taskTexts = {
  states: {
    WAITING: 'Waiting',
    QUEUED: 'Queued',
    RUNNING: 'Running',
    SUCCEEDED: 'Succeeded',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
  },
  cancelling: 'Cancelling',
  progress: (type: string) => `Progress of ${type}`,
  open: (type: string) => `Open ${type}`,
  queue: {
    label: 'Queue',
    help: 'Where it waits for a worker.',
    own: (name: string) => `The task type’s own: ${name}`,
    paused: (name: string) => `The queue “${name}” is paused; it will wait until the queue is resumed.`,
    draining: (name: string) => `The queue “${name}” is being drained and takes no new tasks.`,
    unread: (name: string) => `No worker reads the queue “${name}” right now; it will wait.`,
    unsuited: (name: string) => `No worker that reads the queue “${name}” offers this; it will wait.`,
  },
  willWait: 'No worker offers this right now; it will wait.',
  unknownType: 'There is no such task type',
  types: 'Task types',
  type: 'Task type',
  bulk: {
    title: {
      cancel: 'Cancel tasks?',
      retry: 'Retry tasks?',
      priority: 'Change the priority of tasks',
      delete: 'Delete tasks?',
    },
    ask: {
      cancel: (count: number) => `This cancels ${tasksOf(count)}. What runs is asked to end.`,
      retry: (count: number) => `This gives ${tasksOf(count)} another try.`,
      priority: (count: number) => `This changes when ${tasksOf(count)} get their turn.`,
      delete: (count: number) => `This deletes ${tasksOf(count)} for good. It cannot be taken back.`,
    },
    now: {
      cancel: (count: number) => `Cancel ${tasksOf(count)}`,
      retry: (count: number) => `Retry ${tasksOf(count)}`,
      priority: (count: number) => `Set for ${tasksOf(count)}`,
      delete: (count: number) => `Delete ${tasksOf(count)}`,
    },
    done: {
      cancel: (count: number) => `Cancelled, or asked to end: ${tasksOf(count)}.`,
      retry: (count: number) => `Tried again: ${tasksOf(count)}.`,
      priority: (count: number) => `New priority: ${tasksOf(count)}.`,
      delete: (count: number) => `Deleted: ${tasksOf(count)}.`,
    },
  },
};

/** “1 task”, “2 tasks”. */
export function tasksOf(count: number): string {
  return count === 1 ? '1 task' : `${count.toLocaleString('en')} tasks`;
}
