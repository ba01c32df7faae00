import { Alert, List, Text } from '@mantine/core';
import { Confirm } from '@/lib/ui/Confirm';
import { InfoIcon } from '@/lib/ui/icons';
import { texts } from './texts';
import { type Queue, useQueueChanges } from './useQueues';
import { usesOf } from './uses';

/** Asks before a queue is deleted, or lists what uses it. The server makes the final check. */
export function DeleteQueueDialog({ queue, onClose }: { queue: Queue; onClose: () => void }) {
  const { remove } = useQueueChanges(queue.name);
  const needs = usesOf(queue);
  return (
    <Confirm
      title={texts.deleteTitle(queue.name)}
      action={texts.delete}
      danger
      disabled={needs.length > 0}
      onConfirm={remove}
      onClose={onClose}
    >
      {needs.length === 0 ? (
        <Text size="sm">{texts.deleteText}</Text>
      ) : (
        <Alert color="yellow" role="note" icon={<InfoIcon />} title={texts.inUse}>
          <List size="sm">
            {needs.map((need) => (
              <List.Item key={need}>{need}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Confirm>
  );
}
