import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Task } from '@/lib/api/client';
import { PriorityInput } from '@/lib/form/PriorityInput';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { uiTexts } from '@/lib/ui/texts';
import { useTaskChanges } from '../api/useTaskChanges';
import { texts } from '../texts';

export function PriorityDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const [priority, setPriority] = useState<number | string>(task.priority);
  const changes = useTaskChanges(task);
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.actions.priority}
      centered
      closeButtonProps={{ 'aria-label': uiTexts.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typeof priority === 'number') {
            void changes.prioritise(priority).catch(notifyFailure);
            onClose();
          }
        }}
      >
        <PriorityInput value={priority} onChange={setPriority} data-autofocus />
        <Group justify="flex-end" mt="md" gap="sm">
          <Button variant="default" onClick={onClose}>
            {uiTexts.back}
          </Button>
          <Button type="submit" disabled={typeof priority !== 'number'}>
            {texts.actions.prioritise}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
