import { useInfiniteQuery } from '@tanstack/react-query';
import type { Task, TaskState } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { myTasks } from '@/lib/tasks/myTasks';

const RUNNING: TaskState[] = ['RUNNING'];
const WAITING: TaskState[] = ['WAITING', 'QUEUED'];
const FINISHED: TaskState[] = ['SUCCEEDED', 'FAILED', 'CANCELLED'];

/** Tasks in some states as they are now, and whether there are more than were read. */
interface Share {
  tasks: Task[];
  more: boolean;
}

export interface CurrentTasks {
  running: Share;
  waiting: Share;
  /** The last to finish is first. */
  finished: Task[];
}

/** My current tasks. The live socket keeps them up to date. */
export function useCurrentTasks() {
  const running = useTasksThatAre(RUNNING, 50);
  const waiting = useTasksThatAre(WAITING, 100);
  const finished = useTasksThatAre(FINISHED, 25);
  const all = [running, waiting, finished];
  return {
    tasks: all.every(({ data }) => data) ? currentTasks(running, waiting, finished) : undefined,
    error: all.find(({ error }) => error)?.error,
    refetch: () => Promise.all(all.map(({ refetch }) => refetch())),
  };
}

type Listed = ReturnType<typeof useTasksThatAre>;

function useTasksThatAre(state: TaskState[], limit: number) {
  return useInfiniteQuery(myTasks(useServices(), { state }, limit));
}

/** A list keeps what has moved on since it was read, so each task counts where it is now. */
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
