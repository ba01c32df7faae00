import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../parts/FormDialog';
import { texts } from './texts';
import { useCreateQueue } from './useQueues';

const MAX_NAME_LENGTH = 63;

export function CreateQueueDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [most, setMost] = useState<number | string>('');
  const create = useCreateQueue();
  return (
    <FormDialog
      title={texts.create}
      action={texts.createAction}
      fields={['/name', '/maxRunning']}
      onSave={() => create({ name: name.trim(), maxRunning: typeof most === 'number' ? most : null })}
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
            maxLength={MAX_NAME_LENGTH}
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
