import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../parts/FormDialog';
import { adminTexts } from '../texts';
import { texts } from './texts';
import { type User, useUserChanges } from './useUsers';

/** Asks for the limits of a user. */
export function UserLimitsDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { username, limits } = user;
  const [weight, setWeight] = useState<number | string>(limits.weight);
  const [maxRunning, setMaxRunning] = useState<number | string>(limits.maxRunning ?? '');
  const [maxWaiting, setMaxWaiting] = useState<number | string>(limits.maxWaiting ?? '');
  const { limit } = useUserChanges(user.id);
  return (
    <FormDialog
      title={texts.limitsTitle(username)}
      action={adminTexts.save}
      fields={['/weight', '/maxRunning', '/maxWaiting']}
      onSave={() =>
        limit({
          weight: typeof weight === 'number' ? weight : 1,
          maxRunning: typeof maxRunning === 'number' ? maxRunning : null,
          maxWaiting: typeof maxWaiting === 'number' ? maxWaiting : null,
        })
      }
      onClose={onClose}
    >
      {(faultAt) => (
        <>
          <NumberInput
            label={texts.weightLabel}
            description={texts.weightHelp}
            min={1}
            max={100}
            allowDecimal={false}
            value={weight}
            onChange={setWeight}
            error={faultAt('/weight')}
            data-autofocus
          />
          <NumberInput
            label={texts.maxRunning}
            description={texts.asEveryone}
            min={0}
            allowDecimal={false}
            value={maxRunning}
            onChange={setMaxRunning}
            error={faultAt('/maxRunning')}
          />
          <NumberInput
            label={texts.maxWaiting}
            description={texts.asEveryone}
            min={0}
            allowDecimal={false}
            value={maxWaiting}
            onChange={setMaxWaiting}
            error={faultAt('/maxWaiting')}
          />
        </>
      )}
    </FormDialog>
  );
}
