import type { Fault } from '@/lib/api/problem';
import { texts } from '../texts';

/** The first text of the editor: a task, one that depends on its result, and one that runs in any case. */
export const EXAMPLE = {
  name: 'There and back',
  tasks: [
    { id: 'there', type: 'reverse_string', parameters: { text: 'mill' } },
    {
      id: 'back',
      type: 'reverse_string',
      needs: ['there'],
      parameters: { text: { $result: 'there', pointer: '/reversedText' } },
    },
    {
      id: 'dice',
      type: 'generate_random_number',
      needs: [{ task: 'back', onFailure: 'run' }],
      parameters: { min_value: 1, max_value: 6 },
    },
  ],
};

type Fields = Record<string, unknown>;

/** The errors of a workflow that the browser finds by itself. The server makes the final check. */
export function faultsIn(value: unknown, types: string[] | undefined): Fault[] {
  const { faults } = texts;
  if (!isFields(value)) {
    return [{ pointer: '', detail: faults.object }];
  }
  const found: Fault[] = [];
  if (typeof value.name !== 'string' || value.name === '') {
    found.push({ pointer: '/name', detail: faults.name });
  }
  if (!Array.isArray(value.tasks) || value.tasks.length === 0) {
    return [...found, { pointer: '/tasks', detail: faults.tasks }];
  }
  const ids = value.tasks.map((task) => (isFields(task) ? task.id : undefined));
  value.tasks.forEach((task, n) => {
    const pointer = `/tasks/${n}`;
    if (!isFields(task)) {
      found.push({ pointer, detail: faults.object });
      return;
    }
    if (typeof task.id !== 'string' || task.id === '') {
      found.push({ pointer: `${pointer}/id`, detail: faults.id });
    } else if (ids.indexOf(task.id) < n) {
      found.push({ pointer: `${pointer}/id`, detail: faults.sameId });
    }
    if (typeof task.type !== 'string' || (types && !types.includes(task.type))) {
      found.push({ pointer: `${pointer}/type`, detail: faults.type });
    }
    dependenciesOf(task).forEach((need, i) => {
      if (!ids.includes(need)) {
        found.push({ pointer: `${pointer}/needs/${i}`, detail: faults.dependency(String(need)) });
      }
    });
  });
  return found;
}

/** The ids of the tasks on which a task depends. */
export function dependenciesOf(task: Fields): unknown[] {
  return Array.isArray(task.needs) ? task.needs.map((need) => (isFields(need) ? need.task : need)) : [];
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
