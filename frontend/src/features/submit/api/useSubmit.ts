import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, type Schemas, type Task } from '../../../lib/api/client';
import { useServices } from '../../../lib/services';
import { texts } from '../../../lib/texts';

export type Submission = Schemas['SubmitTask'];

/**
 * Submits a task. Sent again unchanged, as after an answer that got lost, it has the same key, so that the server takes
 * it for the same submission.
 */
export function useSubmit(title: string, onAccepted: (task: Task) => void) {
  const { api, tasks } = useServices();
  const sent = useRef({ body: '', key: '' });
  return useMutation({
    mutationFn: (submission: Submission) => {
      const body = JSON.stringify(submission);
      if (sent.current.body !== body) {
        sent.current = { body, key: randomKey() };
      }
      return answerOf(
        api.POST('/api/tasks', {
          params: { header: { 'Idempotency-Key': sent.current.key } },
          body: submission,
        }),
      );
    },
    onSuccess: (task) => {
      sent.current = { body: '', key: '' };
      tasks.put(task);
      notifications.show({
        title: texts.submit.accepted,
        message: texts.submit.acceptedBody(title),
        color: 'teal',
      });
      onAccepted(task);
    },
  });
}

/** Not randomUUID, which browsers keep from pages served without TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
