import type { TaskType } from '@/lib/api/client';
import { texts } from '@/lib/texts';
import type { QueueChoice } from './useQueueChoices';

/** Why a task of this type would wait in another queue than its own; null if a worker there can run it. */
export function whyItWaits(type: TaskType, queue: QueueChoice): string | null {
  if (queue.mode === 'DRAINING') {
    return texts.queues.draining(queue.name);
  }
  if (queue.mode === 'PAUSED') {
    return texts.queues.paused(queue.name);
  }
  if (type.queues.some(({ name }) => name === queue.name)) {
    return null;
  }
  if (type.workersOnline === 0) {
    return texts.types.willWait;
  }
  return queue.workers === 0 ? texts.queues.unread(queue.name) : texts.queues.unsuited(queue.name);
}
