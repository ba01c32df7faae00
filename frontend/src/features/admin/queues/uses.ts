import { amount } from '../parts/numbers';
import { texts } from './texts';
import type { Queue } from './useQueues';

const words = texts.uses;
const MAX_NAMED = 8;

/** The visible reasons why a queue cannot be deleted. Only the server knows of schedules that use it. */
export function usesOf(queue: Queue): string[] {
  const tasks = queue.waiting + queue.delayed + queue.parked + (queue.blocked ?? 0) + queue.inFlight;
  return [
    ...(tasks > 0 ? [words.tasks(amount(tasks))] : []),
    ...(queue.types.length > 0 ? [words.types(queue.types.length, someOf(queue.types))] : []),
    ...(queue.workers > 0 ? [words.workers(queue.workers)] : []),
  ];
}

function someOf(names: string[]): string {
  return [...names.slice(0, MAX_NAMED), ...(names.length > MAX_NAMED ? ['…'] : [])].join(', ');
}
