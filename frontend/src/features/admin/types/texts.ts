export const texts = {
  title: 'Task types',
  lead: 'Task types that workers have announced. A type that no worker offers any more can be hidden or deleted.',
  none: 'No task types yet',
  noneText: 'A task type appears when a worker that offers it starts.',
  columns: { type: 'Task type', queue: 'Queue', workers: 'Offered by', offered: 'Last offered' },
  workers: (count: number) => (count === 0 ? 'no worker' : count === 1 ? '1 worker' : `${count} workers`),
  now: 'now',
  hidden: 'Hidden',
  hide: 'Hide',
  show: 'Show',
  delete: 'Delete',
  askTitle: {
    hide: (title: string) => `Hide “${title}”?`,
    delete: (title: string) => `Delete “${title}”?`,
  },
  askText: {
    hide: 'Nobody can submit new tasks of this type. It reappears when a worker offers it.',
    delete: 'It is removed; its tasks stay in the lists. It comes back when a worker announces it.',
  },
};
