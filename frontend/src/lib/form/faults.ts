import { ApiProblem, type Fault } from '@/lib/api/problem';
import { asSentence } from './texts';

/** The errors that a problem lists; empty if it lists none. */
export function faultsOf(error: unknown): Fault[] {
  return error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
}

export function faultAt(faults: Fault[], pointer: string): string | undefined {
  const fault = faults.find((one) => one.pointer === pointer);
  return fault && asSentence(fault.detail);
}
