import type { WorkflowDetail } from '../api/useWorkflows';
import { isFields, needsOf } from './definition';

type Node = WorkflowDetail['tasks'][number];

/** The graph that a description of a workflow comes to, as far as it is written; a circle has none. */
export function previewOf(value: unknown): Node[] {
  if (!isFields(value) || !Array.isArray(value.tasks)) {
    return [];
  }
  const tasks = value.tasks.filter(isFields).filter(({ id }) => typeof id === 'string' && id !== '');
  return tasks.map((task) => ({
    id: String(task.id),
    taskId: '',
    type: typeof task.type === 'string' ? task.type : '',
    state: 'WAITING',
    blocked: needsOf(task).length > 0,
    notice: null,
    progress: 0,
    needs: needsOf(task).map((need, i) => ({ task: String(need), onFailure: onFailureOf(task, i) })),
  }));
}

function onFailureOf(task: Record<string, unknown>, i: number): 'run' | 'cancel' {
  const need = Array.isArray(task.needs) ? task.needs[i] : undefined;
  return isFields(need) && need.onFailure === 'run' ? 'run' : 'cancel';
}
