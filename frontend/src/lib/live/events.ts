import type { Schemas } from '@/lib/api/client';
import { parseExact } from '@/lib/json/exactJson';

export type TaskEvent = Schemas['TaskEvent'];
export type WorkflowEvent = Schemas['WorkflowEvent'];
export type SessionReady = Schemas['SessionReady'];
export type LiveEvent = TaskEvent | WorkflowEvent | SessionReady;

/** The events of a frame, which is one or an array of several; none if it is something else. */
export function parseEvents(frame: unknown): LiveEvent[] {
  if (typeof frame !== 'string') {
    return [];
  }
  try {
    return [parseExact(frame)].flat().filter(isEvent);
  } catch {
    return [];
  }
}

function isEvent(value: unknown): value is LiveEvent {
  return typeof value === 'object' && value !== null && 'type' in value && 'data' in value;
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
