import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { PriorityInput } from '@/lib/form/PriorityInput';
import { USUAL_PRIORITY } from '@/lib/tasks/priority';
import { taskTexts } from '@/lib/tasks/texts';
import { Failure, Loading } from '@/lib/ui/notices';
import { uiTexts } from '@/lib/ui/texts';
import { type BulkAction, type Chosen, useBulk } from '../api/useBulk';
import { texts } from '../texts';

const DESTROYS: BulkAction[] = ['cancel', 'delete'];

interface BulkDialogProps {
  action: BulkAction;
  chosen: Chosen;
  onClose: () => void;
  onDone: () => void;
}

/** Shows how many tasks an action affects before it starts, and its progress afterwards. */
export function BulkDialog({ action, chosen, onClose, onDone }: BulkDialogProps) {
  const [priority, setPriority] = useState<number | string>(USUAL_PRIORITY);
  const { count, run, changed, stop } = useBulk({
    action,
    chosen,
    priority: typeof priority === 'number' ? priority : USUAL_PRIORITY,
    onDone: (sum) => {
      notifications.show({ message: taskTexts.bulk.done[action](sum), color: 'teal' });
      onClose();
      onDone();
    },
  });
  const { matched = 0, asOf = '' } = count.data ?? {};
  const close = run.isPending ? stop : onClose;
  return (
    <Modal
      opened
      onClose={close}
      title={taskTexts.bulk.title[action]}
      centered
      closeButtonProps={{ 'aria-label': uiTexts.close }}
    >
      <Stack>
        {count.isFetching && <Loading label={texts.bulk.counting} />}
        {count.isError && <Failure error={count.error} onRetry={() => void count.refetch()} />}
        {!count.isFetching && count.data && (
          <>
            <Text size="sm">
              {matched === 0 ? texts.bulk.none[action] : taskTexts.bulk.ask[action](matched)}
            </Text>
            {'ids' in chosen && matched > 0 && matched < chosen.ids.length && (
              <Text size="sm" c="dimmed">
                {texts.bulk.leftAlone(chosen.ids.length - matched)}
              </Text>
            )}
          </>
        )}
        {action === 'priority' && (
          <PriorityInput value={priority} onChange={setPriority} disabled={run.isPending} />
        )}
        {run.isPending && (
          <div>
            <Progress
              value={(changed / Math.max(matched, 1)) * 100}
              animated
              aria-label={texts.bulk.progress}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {texts.bulk.soFar(changed, matched)}
            </Text>
          </div>
        )}
        {run.isError && <Failure error={run.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close} data-autofocus>
            {run.isPending ? texts.bulk.stop : uiTexts.back}
          </Button>
          <Button
            disabled={count.isFetching || matched === 0 || typeof priority !== 'number'}
            loading={run.isPending}
            onClick={() => run.mutate(asOf)}
            {...(DESTROYS.includes(action) && { color: 'red.9' })}
          >
            {taskTexts.bulk.now[action](matched)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
