import { notifications } from '@mantine/notifications';
import { ApiProblem } from '@/lib/api/problem';
import { withCurlyQuotes } from './quotes';
import { uiTexts } from './texts';

/** Notifies a person that the server rejected a change, where no form can show it. */
export function notifyFailure(error: unknown): void {
  const problem = error instanceof ApiProblem ? error.problem : null;
  notifications.show({
    title: problem ? withCurlyQuotes(problem.title) : uiTexts.failure.unreachableTitle,
    message: problem ? withCurlyQuotes(problem.detail ?? problem.title) : uiTexts.failure.unreachable,
    color: 'red',
    role: 'alert',
    autoClose: 10_000,
  });
}
