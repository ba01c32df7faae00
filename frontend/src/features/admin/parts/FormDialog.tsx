import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { faultAt, faultsOf } from '@/lib/form/faults';
import { Failure } from '@/lib/ui/notices';
import { uiTexts } from '@/lib/ui/texts';

interface FormDialogProps {
  title: string;
  action: string;
  /** Pointers of the fields that show their own errors. */
  fields?: string[];
  onSave: () => Promise<unknown>;
  onClose: () => void;
  /** True if the form itself shows this failure. */
  isShown?: (error: Error) => boolean;
  /** Receives a function that returns the server's error for a field. */
  children: (faultAt: (pointer: string) => string | undefined) => ReactNode;
}

/** A small form over the page. It closes when saved. The server's errors appear at their fields, or below. */
export function FormDialog({
  title,
  action,
  fields = [],
  onSave,
  onClose,
  isShown,
  children,
}: FormDialogProps) {
  const save = useMutation({ mutationFn: onSave, onSuccess: onClose });
  const faults = faultsOf(save.error);
  const at = (pointer: string) => faultAt(faults, pointer);
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': uiTexts.close }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          {children(at)}
          {save.isError && !fields.some(at) && !isShown?.(save.error) && <Failure error={save.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {uiTexts.back}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
