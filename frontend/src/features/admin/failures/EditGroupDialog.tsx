import { JsonInput, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { parseExact, writeExact } from '@/lib/json/exactJson';
import { tasksOf } from '@/lib/tasks/texts';
import { FormDialog } from '../parts/FormDialog';
import { amount } from '../parts/numbers';
import { deadLetterTexts } from './texts';
import { type DeadLetterGroup, MAX_EDITED, useEditGroup } from './useDeadLetters';

interface EditGroupDialogProps {
  group: DeadLetterGroup;
  title: string;
  onClose: () => void;
}

/** Asks for parameters to replace, such as a path that was wrong in all tasks of a group, and retries them. */
export function EditGroupDialog({ group, title, onClose }: EditGroupDialogProps) {
  const { edit, done, stop } = useEditGroup(group);
  const [written, setWritten] = useState(() => writeExact(group.newest.parameters ?? {}, 2) ?? '');
  const [fault, setFault] = useState<string>();
  const meant = Math.min(group.count, MAX_EDITED);

  async function save() {
    const changes = objectOf(written);
    if (!changes) {
      setFault(deadLetterTexts.notAnObject);
      throw new NotWritten();
    }
    const { retried, rejected, reason } = await edit(changes);
    if (retried > 0) {
      notifications.show({ message: deadLetterTexts.done(tasksOf(retried)), color: 'teal' });
    }
    if (rejected > 0) {
      notifications.show({
        title: deadLetterTexts.rejected(tasksOf(rejected)),
        message: reason instanceof Error ? reason.message : '',
        color: 'red',
        role: 'alert',
        autoClose: 10_000,
      });
    }
  }

  return (
    <FormDialog
      title={deadLetterTexts.editTitle(title)}
      action={deadLetterTexts.editNow(tasksOf(meant))}
      onSave={save}
      onClose={() => {
        stop();
        onClose();
      }}
      isShown={(error) => error instanceof NotWritten}
    >
      {() => (
        <Stack gap="sm">
          <Text size="sm">{deadLetterTexts.editLead(tasksOf(meant))}</Text>
          {group.count > MAX_EDITED && (
            <Text size="sm" c="dimmed">
              {deadLetterTexts.most(amount(MAX_EDITED))}
            </Text>
          )}
          <JsonInput
            label={deadLetterTexts.changes}
            description={deadLetterTexts.changesHelp}
            value={written}
            onChange={(value) => {
              setWritten(value);
              setFault(undefined);
            }}
            error={fault}
            rows={8}
            data-autofocus
          />
          {done > 0 && (
            <div>
              <Progress value={(done / meant) * 100} animated aria-label={deadLetterTexts.progress} />
              <Text size="xs" c="dimmed" mt={4}>
                {deadLetterTexts.soFar(done, meant)}
              </Text>
            </div>
          )}
        </Stack>
      )}
    </FormDialog>
  );
}

/** The text is not a JSON object. Its field shows this error. */
class NotWritten extends Error {}

function objectOf(written: string): Record<string, unknown> | null {
  try {
    const value: unknown = parseExact(written);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
