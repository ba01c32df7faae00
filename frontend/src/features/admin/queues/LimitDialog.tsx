import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { adminTexts } from '@/lib/adminTexts';
import { FormDialog } from '../parts/FormDialog';
import { useQueueChanges } from './useQueues';

const words = adminTexts.queues;

interface LimitDialogProps {
  name: string;
  maxRunning: number | null;
  onClose: () => void;
}

/** How many tasks of a queue may be in flight. */
export function LimitDialog({ name, maxRunning, onClose }: LimitDialogProps) {
  const [most, setMost] = useState<number | string>(maxRunning ?? '');
  const { limit } = useQueueChanges(name);
  return (
    <FormDialog
      title={words.limitTitle(name)}
      action={adminTexts.save}
      fields={['/maxRunning']}
      onSave={() => limit(typeof most === 'number' ? most : null)}
      onClose={onClose}
    >
      {(faultAt) => (
        <NumberInput
          label={words.maxRunning}
          description={words.maxRunningHelp}
          min={0}
          allowDecimal={false}
          value={most}
          onChange={setMost}
          error={faultAt('/maxRunning')}
          data-autofocus
        />
      )}
    </FormDialog>
  );
}
