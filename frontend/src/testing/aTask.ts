import type { Task, TaskType } from '@/lib/api/client';

/** A waiting task, with the values that the test overrides. */
export function aTask(otherwise: Partial<Task> = {}): Task {
  return {
    id: 't-1',
    type: 'reverse_string',
    queue: 'default',
    owner: 'u-1',
    state: 'WAITING',
    priority: 5,
    attempt: 1,
    maxAttempts: 3,
    progress: 0,
    progressMessage: null,
    worker: null,
    parameters: { text: 'mill' },
    result: null,
    error: null,
    createdAt: '2026-01-01T00:00:00Z',
    runAt: null,
    queuedAt: null,
    startedAt: null,
    finishedAt: null,
    revision: 1,
    notice: null,
    ...otherwise,
  };
}

export function aTaskType(otherwise: Partial<TaskType> = {}): TaskType {
  return {
    name: 'reverse_string',
    title: 'Reverse a text',
    description: 'Turns a text round.',
    queue: 'default',
    parametersSchema: {
      type: 'object',
      required: ['text'],
      properties: { text: { type: 'string', title: 'Text', minLength: 1, maxLength: 10 } },
      additionalProperties: false,
    },
    resultSchema: { type: 'object' },
    example: { text: 'mill' },
    timeoutSeconds: 60,
    maxAttempts: 3,
    workersOnline: 2,
    hidden: false,
    queues: [{ name: 'default', workers: 2 }],
    notice: null,
    ...otherwise,
  };
}
