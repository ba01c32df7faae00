import { notifications } from '@mantine/notifications';
import { ApiProblem } from '@/lib/api/problem';
import { withCurlyQuotes } from './quotes';
import { uiTexts } from './texts';

/** Tells at the edge of the screen what the server refused, for changes that have no place of their own for it. */
export function tellFailure(error: unknown): void {
  const problem = error instanceof ApiProblem ? error.problem : null;
  notifications.show({
    title: problem ? withCurlyQuotes(problem.title) : uiTexts.failure.unreachableTitle,
    message: problem ? withCurlyQuotes(problem.detail ?? problem.title) : uiTexts.failure.unreachable,
    color: 'red',
    role: 'alert',
    autoClose: 10_000,
  });
}
