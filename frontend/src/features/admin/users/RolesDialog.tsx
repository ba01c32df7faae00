import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../parts/FormDialog';
import { adminTexts } from '../texts';
import { texts } from './texts';
import { type Role, type User, useUserChanges } from './useUsers';

const { roles, roleHelp, ...words } = texts;
const ROLES: Role[] = ['user', 'auditor', 'admin'];

export function RolesDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [chosen, setChosen] = useState<Role[]>(user.roles);
  const { change } = useUserChanges(user.id);
  return (
    <FormDialog
      title={words.rolesTitle(user.username)}
      action={adminTexts.save}
      onSave={() => change({ roles: chosen })}
      onClose={onClose}
    >
      {() => (
        <Checkbox.Group
          aria-label={words.columns.roles}
          value={chosen}
          onChange={(values) => setChosen(values as Role[])}
        >
          <Stack gap="sm">
            {ROLES.map((role) => (
              // Every account has the role “user”, so its checkbox is read-only.
              <Checkbox
                key={role}
                value={role}
                label={roles[role]}
                description={roleHelp[role]}
                disabled={role === 'user'}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </FormDialog>
  );
}
