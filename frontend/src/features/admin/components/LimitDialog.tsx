import { Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { faultAt, faultsOf } from '../../../lib/form/faults';
import { texts } from '../../../lib/texts';
import { Failure } from '../../../lib/ui/notices';
import { type Queue, useQueueChanges } from '../api/useAdmin';

/** How many tasks of a queue may be in flight. */
export function LimitDialog({ queue, onClose }: { queue: Queue; onClose: () => void }) {
  const [most, setMost] = useState<number | string>(queue.maxRunning ?? '');
  const { limit } = useQueueChanges(queue.name);
  const save = useMutation({ mutationFn: limit, onSuccess: onClose });
  const fault = faultAt(faultsOf(save.error), '/maxRunning');

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(typeof most === 'number' ? most : null);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.admin.limitTitle(queue.name)}
      centered
      closeButtonProps={{ 'aria-label': texts.confirm.close }}
    >
      <form onSubmit={submit}>
        <Stack>
          <NumberInput
            label={texts.admin.maxRunning}
            description={texts.admin.maxRunningHelp}
            min={1}
            allowDecimal={false}
            value={most}
            onChange={setMost}
            error={fault}
            data-autofocus
          />
          {save.isError && !fault && <Failure error={save.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {texts.confirm.back}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {texts.admin.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
