import type { Schemas } from '../api/client';

export type TaskEvent = Schemas['TaskEvent'];
export type WorkflowEvent = Schemas['WorkflowEvent'];
export type SessionReady = Schemas['SessionReady'];
export type LiveEvent = TaskEvent | WorkflowEvent | SessionReady;

export function parseEvent(frame: unknown): LiveEvent | null {
  if (typeof frame !== 'string') {
    return null;
  }
  try {
    const event: unknown = JSON.parse(frame);
    return typeof event === 'object' && event !== null && 'type' in event && 'data' in event
      ? (event as LiveEvent)
      : null;
  } catch {
    return null;
  }
}

export function isReady(event: LiveEvent): event is SessionReady {
  return event.type === 'dev.millrace.session.ready';
}

export function isAboutTask(event: LiveEvent): event is TaskEvent {
  return event.type.startsWith('dev.millrace.task.');
}

export function isAboutWorkflow(event: LiveEvent): event is WorkflowEvent {
  return event.type.startsWith('dev.millrace.workflow.');
}
