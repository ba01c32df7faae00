export const texts = {
  types: {
    title: 'Submit a task',
    lead: 'Choose a task type, then fill in its parameters.',
    search: 'Search task types',
    none: 'No matching task types.',
    noneAtAllTitle: 'Nothing to submit yet',
    noneAtAll: 'No worker has announced a task type yet. Start a worker, and its task types appear here.',
    online: (workers: number) => (workers === 1 ? '1 worker online' : `${workers} workers online`),
    offline: 'No worker online',
    noWorkerForQueue: 'No worker for its queue',
    choose: 'Choose a task type to see its form.',
    back: 'All task types',
  },
  form: {
    options: 'Options',
    runAt: 'Not before',
    runAtHelp: (zone: string) => `Leave empty to run as soon as possible. In your time zone, ${zone}.`,
    key: 'Idempotency key',
    keyHelp:
      'Leave empty for a new one. Submitting again with the same key returns the same task, not a second one.',
    send: 'Submit task',
    accepted: 'Task accepted',
    acceptedBody: (title: string) => `“${title}” is stored and will run on a worker.`,
    rejected: 'The task was not accepted',
    likeFailed: 'The earlier task could not be loaded, so the form shows the example',
  },
};
