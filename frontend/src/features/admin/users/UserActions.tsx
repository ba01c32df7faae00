import { ActionIcon, Menu, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Confirm } from '@/lib/ui/Confirm';
import { MoreIcon } from '@/lib/ui/icons';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { adminTexts } from '../texts';
import { RolesDialog } from './RolesDialog';
import { SignOutDialog } from './SignOutDialog';
import { texts } from './texts';
import { UserLimitsDialog } from './UserLimitsDialog';
import { type User, useUserChanges } from './useUsers';

type Asked = 'roles' | 'limits' | 'signOut' | 'disable';

/** The actions for a user. People cannot change their own roles or disable themselves. */
export function UserActions({ user, isMe }: { user: User; isMe: boolean }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { change } = useUserChanges(user.id);
  const enable = useMutation({ mutationFn: () => change({ disabled: false }), onError: notifyFailure });
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
            {texts.actions.tasks}
          </Menu.Item>
          <Menu.Item onClick={() => setAsked('limits')}>{texts.actions.limits}</Menu.Item>
          {!isMe && <Menu.Item onClick={() => setAsked('roles')}>{texts.actions.roles}</Menu.Item>}
          <Menu.Divider />
          <Menu.Item onClick={() => setAsked('signOut')}>{texts.actions.signOut}</Menu.Item>
          {!isMe && user.disabled && (
            <Menu.Item onClick={() => enable.mutate()}>{texts.actions.enable}</Menu.Item>
          )}
          {!isMe && !user.disabled && (
            <Menu.Item c="var(--mantine-color-error)" onClick={() => setAsked('disable')}>
              {texts.actions.disable}
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
  const { change } = useUserChanges(user.id);

  switch (asked) {
    case 'roles':
      return <RolesDialog user={user} onClose={onClose} />;
    case 'limits':
      return <UserLimitsDialog user={user} onClose={onClose} />;
    case 'signOut':
      return <SignOutDialog user={user} onClose={onClose} />;
    default:
      return (
        <Confirm
          title={texts.disableTitle(username)}
          action={texts.actions.disable}
          danger
          onConfirm={() => change({ disabled: true })}
          onClose={onClose}
        >
          <Text size="sm">{texts.disableText}</Text>
        </Confirm>
      );
  }
}
