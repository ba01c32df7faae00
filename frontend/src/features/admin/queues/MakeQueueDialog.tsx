import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { adminTexts } from '@/lib/adminTexts';
import { FormDialog } from '../parts/FormDialog';
import { useMakeQueue } from './useQueues';

const words = adminTexts.queues;
const LONGEST_NAME = 63;

export function MakeQueueDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [most, setMost] = useState<number | string>('');
  const make = useMakeQueue();
  return (
    <FormDialog
      title={words.make}
      action={words.makeAction}
      fields={['/name', '/maxRunning']}
      onSave={() => make({ name: name.trim(), maxRunning: typeof most === 'number' ? most : null })}
      onClose={onClose}
    >
      {(faultAt) => (
        <>
          <TextInput
            label={words.name}
            description={words.nameHelp}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={faultAt('/name')}
            maxLength={LONGEST_NAME}
            required
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            data-autofocus
          />
          <NumberInput
            label={words.maxRunning}
            description={words.maxRunningHelp}
            min={0}
            allowDecimal={false}
            value={most}
            onChange={setMost}
            error={faultAt('/maxRunning')}
          />
        </>
      )}
    </FormDialog>
  );
}
