import type { Schemas } from '@/lib/api/client';
import { parseExact } from '@/lib/json/exactJson';

export type TaskEvent = Schemas['TaskEvent'];
export type WorkflowEvent = Schemas['WorkflowEvent'];
export type ConnectionReady = Schemas['ConnectionReady'];
export type LiveEvent = TaskEvent | WorkflowEvent | ConnectionReady;

/** The second type replaces the first with version 0.3. */
const READY: ReadonlySet<string> = new Set(['dev.millrace.session.ready', 'dev.millrace.connection.ready']);

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

export function isReady(event: LiveEvent): event is ConnectionReady {
  return READY.has(event.type);
}

export function isAboutTask(event: LiveEvent): event is TaskEvent {
  return event.type.startsWith('dev.millrace.task.');
}

export function isAboutWorkflow(event: LiveEvent): event is WorkflowEvent {
  return event.type.startsWith('dev.millrace.workflow.');
}
