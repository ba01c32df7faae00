import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { answerOf, type Schemas, type Task } from '@/lib/api/client';
import { useSubmissionKey } from '@/lib/api/submissionKey';
import { useServices } from '@/lib/services';
import { texts } from '../texts';

export type Submission = Schemas['SubmitTask'];

interface Sent {
  submission: Submission;
  /** The key that somebody chose for it; without one, a key of this form's own. */
  key: string | undefined;
}

/** Submits a task. */
export function useSubmit(title: string, onAccepted: (task: Task) => void) {
  const { api, tasks } = useServices();
  const keys = useSubmissionKey();
  return useMutation({
    mutationFn: ({ submission, key }: Sent) =>
      answerOf(
        api.POST('/api/tasks', {
          params: { header: { 'Idempotency-Key': key ?? keys.keyFor(submission) } },
          body: submission,
        }),
      ),
    onSuccess: (task) => {
      keys.forget();
      tasks.put(task);
      notifications.show({
        title: texts.form.accepted,
        message: texts.form.acceptedBody(title),
        color: 'teal',
      });
      onAccepted(task);
    },
  });
}
