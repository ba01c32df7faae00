import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { texts } from '../lib/texts';
import { CheckIcon, MoonIcon, SunIcon, SystemIcon } from '../lib/ui/icons';

const SCHEMES = [
  { scheme: 'auto', Icon: SystemIcon },
  { scheme: 'light', Icon: SunIcon },
  { scheme: 'dark', Icon: MoonIcon },
] as const;

export function SchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = SCHEMES.find(({ scheme }) => scheme === colorScheme)?.Icon ?? SystemIcon;
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={texts.scheme.label}>
          <Current />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ scheme, Icon }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={<Icon size={16} />}
            rightSection={scheme === colorScheme ? <CheckIcon size={16} /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {texts.scheme[scheme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
