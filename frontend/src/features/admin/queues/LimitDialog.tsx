import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../parts/FormDialog';
import { adminTexts } from '../texts';
import { texts } from './texts';
import { useQueueChanges } from './useQueues';

interface LimitDialogProps {
  name: string;
  maxRunning: number | null;
  onClose: () => void;
}

/** Asks for the maximum number of tasks in flight of a queue. */
export function LimitDialog({ name, maxRunning, onClose }: LimitDialogProps) {
  const [most, setMost] = useState<number | string>(maxRunning ?? '');
  const { limit } = useQueueChanges(name);
  return (
    <FormDialog
      title={texts.limitTitle(name)}
      action={adminTexts.save}
      fields={['/maxRunning']}
      onSave={() => limit(typeof most === 'number' ? most : null)}
      onClose={onClose}
    >
      {(faultAt) => (
        <NumberInput
          label={texts.maxRunning}
          description={texts.maxRunningHelp}
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
