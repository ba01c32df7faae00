export const texts = {
  title: (name: string) => `Hello, ${name}`,
  titleForNobody: 'Hello',
  lead: (running: number, waiting: number) =>
    running + waiting === 0 ? 'Nothing is under way.' : 'Here is what is under way.',
  loading: 'Loading what is under way',
  running: 'Running now',
  nothingRuns: 'Nothing runs at the moment.',
  allRunning: (amount: string) => `All ${amount} that run`,
  waiting: (amount: string) =>
    amount === '1' ? '1 task waits for a worker' : `${amount} tasks wait for a worker`,
  finished: 'Finished lately',
  nothingFinished: 'Nothing has finished yet.',
  allTasks: 'All my tasks',
  submit: 'Submit',
  allTypes: 'All task types',
  again: 'As last time',
  againLike: (type: string) => `${type}, as last time`,
  star: (type: string) => `Keep ${type} at the top`,
  newTitle: 'Set the wheel turning',
  newText:
    'Hand over a task, and a worker takes it on. Its progress and its result appear here by themselves, also in your other tabs. Begin with one of these:',
  browse: 'See all task types',
};
