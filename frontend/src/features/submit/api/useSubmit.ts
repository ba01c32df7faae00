import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { dataOf, type Schemas, type Task } from '@/lib/api/client';
import { useSubmissionKey } from '@/lib/api/submissionKey';
import { useServices } from '@/lib/services';
import { texts } from '../texts';

export type Submission = Schemas['SubmitTask'];

interface Sent {
  submission: Submission;
  /** The idempotency key that somebody entered; without it, the form makes one. */
  key: string | undefined;
}

/** Submits a task. */
export function useSubmit(title: string, onAccepted: (task: Task) => void) {
  const { api, tasks } = useServices();
  const keys = useSubmissionKey();
  return useMutation({
    mutationFn: ({ submission, key }: Sent) =>
      dataOf(
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
