import { useInfiniteQuery } from '@tanstack/react-query';
import type { Task, TaskState } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { myTasks } from '@/lib/tasks/myTasks';

const RUNNING: TaskState[] = ['RUNNING'];
const WAITING: TaskState[] = ['WAITING', 'QUEUED'];
const FINISHED: TaskState[] = ['SUCCEEDED', 'FAILED', 'CANCELLED'];

/** Tasks in some states, and whether there are more than were loaded. */
interface Share {
  tasks: Task[];
  more: boolean;
}

export interface CurrentTasks {
  running: Share;
  waiting: Share;
  /** The most recently finished task is first. */
  finished: Task[];
}

/** My current tasks. The live socket keeps them up to date. */
export function useCurrentTasks() {
  const running = useTasksInStates(RUNNING, 50);
  const waiting = useTasksInStates(WAITING, 100);
  const finished = useTasksInStates(FINISHED, 25);
  const all = [running, waiting, finished];
  return {
    tasks: all.every(({ data }) => data) ? currentTasks(running, waiting, finished) : undefined,
    error: all.find(({ error }) => error)?.error,
    refetch: () => Promise.all(all.map(({ refetch }) => refetch())),
  };
}

type Listed = ReturnType<typeof useTasksInStates>;

function useTasksInStates(state: TaskState[], limit: number) {
  return useInfiniteQuery(myTasks(useServices(), { state }, limit));
}

/** A list keeps tasks that have changed their state since it was loaded, so this sorts each by its current state. */
function currentTasks(...lists: Listed[]): CurrentTasks {
  const tasks = new Map(lists.flatMap(listed).map((task) => [task.id, task]));
  const share = (states: TaskState[], from: Listed | undefined): Share => ({
    tasks: [...tasks.values()].filter(({ state }) => states.includes(state)),
    more: from?.hasNextPage ?? false,
  });
  const [running, waiting, finished] = lists;
  return {
    running: share(RUNNING, running),
    waiting: share(WAITING, waiting),
    finished: share(FINISHED, finished).tasks.sort((a, b) => finishedAt(b) - finishedAt(a)),
  };
}

function listed({ data }: Listed): Task[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

function finishedAt({ finishedAt: at, createdAt }: Task): number {
  return Date.parse(at ?? createdAt);
}
