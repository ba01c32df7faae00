import { Checkbox, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Confirm } from '@/lib/ui/Confirm';
import { texts } from './texts';
import { type User, useUserChanges } from './useUsers';

/** Signs a user out everywhere and, by default, revokes the API tokens. */
export function SignOutDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { username } = user;
  const { signOut } = useUserChanges(user.id);
  const [endApiTokens, setEndApiTokens] = useState(true);

  async function signOutAndSay() {
    await signOut({ endApiTokens });
    notifications.show({ message: texts.signedOut(username), color: 'teal' });
  }

  return (
    <Confirm
      title={texts.signOutTitle(username)}
      action={texts.actions.signOut}
      onConfirm={signOutAndSay}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">{texts.signOutText}</Text>
        <Checkbox
          label={texts.revokeApiTokens}
          description={texts.revokeApiTokensHelp}
          checked={endApiTokens}
          onChange={(event) => setEndApiTokens(event.currentTarget.checked)}
        />
      </Stack>
    </Confirm>
  );
}
