import { Alert, List, Text } from '@mantine/core';
import { adminTexts } from '@/lib/adminTexts';
import { Confirm } from '@/lib/ui/Confirm';
import { InfoIcon } from '@/lib/ui/icons';
import { needsOf } from './needs';
import { type Queue, useQueueChanges } from './useQueues';

const words = adminTexts.queues;

/** Asks before a queue goes. As long as something is seen to need it, that is said instead; the server has the last word. */
export function DeleteQueueDialog({ queue, onClose }: { queue: Queue; onClose: () => void }) {
  const { remove } = useQueueChanges(queue.name);
  const needs = needsOf(queue);
  return (
    <Confirm
      title={words.deleteTitle(queue.name)}
      action={words.delete}
      danger
      disabled={needs.length > 0}
      onConfirm={remove}
      onClose={onClose}
    >
      {needs.length === 0 ? (
        <Text size="sm">{words.deleteText}</Text>
      ) : (
        <Alert color="yellow" role="note" icon={<InfoIcon />} title={words.needed}>
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
