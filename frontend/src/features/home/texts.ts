export const texts = {
  title: (name: string) => `Hello, ${name}`,
  titleAnonymous: 'Hello',
  lead: (running: number, waiting: number) =>
    running + waiting === 0 ? 'Nothing is in progress.' : 'Here is what is in progress.',
  loading: 'Loading what is in progress',
  running: 'Running now',
  nothingRuns: 'No tasks are running.',
  allRunning: (amount: string) => `All ${amount} running tasks`,
  waiting: (amount: string) =>
    amount === '1' ? '1 task is waiting for a worker' : `${amount} tasks are waiting for a worker`,
  finished: 'Recently finished',
  nothingFinished: 'Nothing has finished yet.',
  allTasks: 'All my tasks',
  submit: 'Submit',
  allTypes: 'All task types',
  again: 'Repeat',
  againLike: (type: string) => `Repeat ${type}`,
  star: (type: string) => `Pin ${type} to the top`,
  newTitle: 'Submit your first task',
  newText:
    'Submit a task, and a worker runs it. Its progress and result appear here automatically, also in your other tabs. Start with one of these:',
  browse: 'See all task types',
};
