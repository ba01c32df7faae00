import type { TaskType } from '@/lib/api/client';
import { taskTexts } from './texts';
import type { QueueChoice } from './useQueueChoices';

/** Why a task of this type would wait in another queue than its own; null if a worker there can run it. */
export function whyItWaits(type: TaskType, queue: QueueChoice): string | null {
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
