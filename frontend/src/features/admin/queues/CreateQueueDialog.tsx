import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../parts/FormDialog';
import { texts } from './texts';
import { useMakeQueue } from './useQueues';

const LONGEST_NAME = 63;

export function CreateQueueDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [most, setMost] = useState<number | string>('');
  const make = useMakeQueue();
  return (
    <FormDialog
      title={texts.make}
      action={texts.makeAction}
      fields={['/name', '/maxRunning']}
      onSave={() => make({ name: name.trim(), maxRunning: typeof most === 'number' ? most : null })}
      onClose={onClose}
    >
      {(faultAt) => (
        <>
          <TextInput
            label={texts.name}
            description={texts.nameHelp}
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
            label={texts.maxRunning}
            description={texts.maxRunningHelp}
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
