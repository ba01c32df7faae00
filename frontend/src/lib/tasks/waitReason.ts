import type { TaskType } from '@/lib/api/client';
import { taskTexts } from './texts';
import type { QueueChoice } from './useQueueChoices';

/** The reason why a task of this type would wait in this queue; null if a worker there can run it. */
export function waitReason(type: TaskType, queue: QueueChoice): string | null {
  if (queue.mode === 'DRAINING') {
    return taskTexts.queue.draining(queue.name);
  }
  if (queue.mode === 'PAUSED') {
    return taskTexts.queue.paused(queue.name);
  }
  if (type.queues.some(({ name }) => name === queue.name)) {
    return null;
  }
  if (type.workersOnline === 0) {
    return taskTexts.willWait;
  }
  return queue.workers === 0 ? taskTexts.queue.unread(queue.name) : taskTexts.queue.unsuited(queue.name);
}
