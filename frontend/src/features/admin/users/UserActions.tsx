import { ActionIcon, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { adminTexts } from '@/lib/adminTexts';
import { Confirm } from '@/lib/ui/Confirm';
import { MoreIcon } from '@/lib/ui/icons';
import { tellFailure } from '@/lib/ui/tellFailure';
import { RolesDialog } from './RolesDialog';
import { UserLimitsDialog } from './UserLimitsDialog';
import { type User, useUserChanges } from './useUsers';

const words = adminTexts.users;
type Asked = 'roles' | 'limits' | 'signOut' | 'disable';

/** What can be done about a user. Nobody changes their own roles or disables themselves. */
export function UserActions({ user, isMe }: { user: User; isMe: boolean }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { change } = useUserChanges(user.id);
  const enable = useMutation({ mutationFn: () => change({ disabled: false }), onError: tellFailure });
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={enable.isPending}
            aria-label={adminTexts.actionsOn(user.username)}
          >
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={`/admin/tasks?user=${encodeURIComponent(user.username)}`}>
            {words.actions.tasks}
          </Menu.Item>
          <Menu.Item onClick={() => setAsked('limits')}>{words.actions.limits}</Menu.Item>
          {!isMe && <Menu.Item onClick={() => setAsked('roles')}>{words.actions.roles}</Menu.Item>}
          <Menu.Divider />
          <Menu.Item onClick={() => setAsked('signOut')}>{words.actions.signOut}</Menu.Item>
          {!isMe && user.disabled && (
            <Menu.Item onClick={() => enable.mutate()}>{words.actions.enable}</Menu.Item>
          )}
          {!isMe && !user.disabled && (
            <Menu.Item c="var(--mantine-color-error)" onClick={() => setAsked('disable')}>
              {words.actions.disable}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked && <UserDialog user={user} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function UserDialog({ user, asked, onClose }: { user: User; asked: Asked; onClose: () => void }) {
  const { username } = user;
  const { change, signOut } = useUserChanges(user.id);

  async function signOutAndSay() {
    await signOut();
    notifications.show({ message: words.signedOut(username), color: 'teal' });
  }

  switch (asked) {
    case 'roles':
      return <RolesDialog user={user} onClose={onClose} />;
    case 'limits':
      return <UserLimitsDialog user={user} onClose={onClose} />;
    case 'signOut':
      return (
        <Confirm
          title={words.signOutTitle(username)}
          action={words.actions.signOut}
          onConfirm={signOutAndSay}
          onClose={onClose}
        >
          <Text size="sm">{words.signOutText}</Text>
        </Confirm>
      );
    default:
      return (
        <Confirm
          title={words.disableTitle(username)}
          action={words.actions.disable}
          danger
          onConfirm={() => change({ disabled: true })}
          onClose={onClose}
        >
          <Text size="sm">{words.disableText}</Text>
        </Confirm>
      );
  }
}
