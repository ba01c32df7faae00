import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './notices';
import { uiTexts } from './texts';

interface ConfirmProps {
  title: string;
  /** The label of the confirming button, which names the action. */
  children: ReactNode;
  action: string;
  danger?: boolean;
  /** True if the action is impossible; the children explain the reason. */
  disabled?: boolean;
  /** Closes the dialog on success; the dialog shows a failure. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before an action that cannot be undone. */
export function Confirm({
  title,
  children,
  action,
  danger = false,
  disabled = false,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const confirmed = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': uiTexts.close }}>
      <Stack>
        <div>{children}</div>
        {confirmed.isError && <Failure error={confirmed.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {uiTexts.back}
          </Button>
          <Button
            {...(danger && { color: 'red.9' })}
            disabled={disabled}
            loading={confirmed.isPending}
            onClick={() => confirmed.mutate()}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
