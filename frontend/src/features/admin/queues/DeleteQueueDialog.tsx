import { Alert, List, Stack, Text } from '@mantine/core';
import { adminTexts } from '../../../lib/adminTexts';
import { Confirm } from '../../../lib/ui/Confirm';
import { InfoIcon } from '../../../lib/ui/icons';
import { needsOf } from './needs';
import { type Queue, useQueueChanges } from './useQueues';

const words = adminTexts.queues;

/** Asks before a queue goes. What is seen to need it is said at once; the server has the last word. */
export function DeleteQueueDialog({ queue, onClose }: { queue: Queue; onClose: () => void }) {
  const { remove } = useQueueChanges(queue.name);
  const needs = needsOf(queue);
  return (
    <Confirm
      title={words.deleteTitle(queue.name)}
      action={words.delete}
      danger
      onConfirm={remove}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">{words.deleteText}</Text>
        {needs.length > 0 && (
          <Alert color="yellow" role="note" icon={<InfoIcon />} title={words.needed}>
            <List size="sm">
              {needs.map((need) => (
                <List.Item key={need}>{need}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </Stack>
    </Confirm>
  );
}
