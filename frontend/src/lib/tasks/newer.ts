import type { Task } from '@/lib/api/client';

/**
 * The newer of two views of one task. A view may omit long values. Parameters never change, so they may come from the
 * other view; a result belongs to its revision.
 */
export function newer<T extends Task>(known: T, arrived: Task): T {
  if (arrived.revision < known.revision) {
    return withParametersOf(known, arrived);
  }
  const merged = withParametersOf({ ...known, ...arrived }, known);
  const sameResult = arrived.result === undefined && arrived.revision === known.revision;
  const { result, resultOmitted } = sameResult && known.result !== undefined ? known : arrived;
  return { ...merged, result, resultOmitted };
}

function withParametersOf<T extends Task>(task: T, other: Task): T {
  return task.parameters === undefined && other.parameters !== undefined
    ? { ...task, parameters: other.parameters }
    : task;
}
