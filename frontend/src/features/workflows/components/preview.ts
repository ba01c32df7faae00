import type { WorkflowDetail } from '../api/useWorkflows';
import { dependenciesOf, isFields } from './definition';

type Node = WorkflowDetail['tasks'][number];

/** The graph of a workflow definition, which may be incomplete; none if it has a cycle. */
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
    blocked: dependenciesOf(task).length > 0,
    notice: null,
    progress: 0,
    needs: dependenciesOf(task).map((need, i) => ({ task: String(need), onFailure: onFailureOf(task, i) })),
  }));
}

function onFailureOf(task: Record<string, unknown>, i: number): 'run' | 'cancel' {
  const need = Array.isArray(task.needs) ? task.needs[i] : undefined;
  return isFields(need) && need.onFailure === 'run' ? 'run' : 'cancel';
}
