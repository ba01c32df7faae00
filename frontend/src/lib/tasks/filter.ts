import type { Schemas, Task } from '@/lib/api/client';
import { writeExact } from '@/lib/json/exactJson';

/** The filters of a task list; an empty one shows all tasks. */
export type TaskFilter = Schemas['AdminTaskFilter'];

/** True if a new task matches the filters of a list, by the server's rules. */
export function matches(task: Task, filter: TaskFilter): boolean {
  const created = Date.parse(task.createdAt);
  return (
    (!filter.state?.length || filter.state.includes(task.state)) &&
    (!filter.type || filter.type === task.type) &&
    (!filter.queue || filter.queue === task.queue) &&
    (!filter.worker || filter.worker === task.worker) &&
    (!filter.errorType || filter.errorType === task.error?.type) &&
    (!filter.from || created >= Date.parse(filter.from)) &&
    (!filter.to || created < Date.parse(filter.to)) &&
    (!filter.text || wordsOf(task).includes(filter.text.toLowerCase()))
  );
}

function wordsOf({ type, parameters, error }: Task): string {
  return `${type} ${writeExact(parameters ?? {})} ${error?.type ?? ''} ${error?.message ?? ''}`.toLowerCase();
}
