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
    help: 'The queue in which the task waits for a worker.',
    own: (name: string) => `Default of the task type: ${name}`,
    paused: (name: string) => `The queue “${name}” is paused; the task will wait until the queue is resumed.`,
    draining: (name: string) => `The queue “${name}” is draining and accepts no new tasks.`,
    unread: (name: string) => `No worker serves the queue “${name}” right now; the task will wait.`,
    unsuited: (name: string) => `No worker of the queue “${name}” offers this task type; the task will wait.`,
  },
  willWait: 'No worker offers this task type right now; the task will wait.',
  unknownType: 'Unknown task type',
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
      cancel: (count: number) => `This cancels ${tasksOf(count)}. Running tasks are asked to stop.`,
      retry: (count: number) => `This retries ${tasksOf(count)}.`,
      priority: (count: number) => `This changes the order in which ${tasksOf(count)} will run.`,
      delete: (count: number) => `This deletes ${tasksOf(count)} permanently. It cannot be undone.`,
    },
    now: {
      cancel: (count: number) => `Cancel ${tasksOf(count)}`,
      retry: (count: number) => `Retry ${tasksOf(count)}`,
      priority: (count: number) => `Set for ${tasksOf(count)}`,
      delete: (count: number) => `Delete ${tasksOf(count)}`,
    },
    done: {
      cancel: (count: number) => `Cancelled, or asked to stop: ${tasksOf(count)}.`,
      retry: (count: number) => `Retried: ${tasksOf(count)}.`,
      priority: (count: number) => `New priority: ${tasksOf(count)}.`,
      delete: (count: number) => `Deleted: ${tasksOf(count)}.`,
    },
  },
};

/** “1 task”, “2 tasks”. */
export function tasksOf(count: number): string {
  return count === 1 ? '1 task' : `${count.toLocaleString('en')} tasks`;
}
