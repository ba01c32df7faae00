import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import type { User } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { useMe } from '@/lib/session/useMe';
import { KeyboardIcon, PersonIcon, SignOutIcon } from '@/lib/ui/icons';
import { texts } from './texts';

export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { session } = useServices();
  const { data: user } = useMe();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton
          aria-label={user ? texts.account.menu(user.username, initials(user)) : texts.account.title}
          style={{ borderRadius: 99 }}
        >
          <Avatar color="water" variant="filled" size={34}>
            {user ? initials(user) : ''}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {user && (
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
              {fullName(user)}
            </Text>
            <Text size="xs" truncate>
              {user.email}
            </Text>
          </Menu.Label>
        )}
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<PersonIcon size={16} />}>
          {texts.account.title}
        </Menu.Item>
        <Menu.Item leftSection={<KeyboardIcon size={16} />} onClick={onShortcuts} visibleFrom="sm">
          {texts.shortcuts.title}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<SignOutIcon size={16} />}
          onClick={() => void session.signOut().catch(() => undefined)}
        >
          {texts.account.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function fullName(user: User): string {
  return [user.firstName, user.lastName].filter(Boolean).join(' ') || user.username;
}

function initials(user: User): string {
  const words = fullName(user).split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
}
