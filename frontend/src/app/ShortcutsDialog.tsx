import { Group, Kbd, Modal, Stack, Switch, Text } from '@mantine/core';
import { uiTexts } from '@/lib/ui/texts';
import { PALETTE_KEYS } from './paletteKeys';
import type { Place } from './places';
import classes from './ShortcutsDialog.module.css';
import { texts } from './texts';
import { useLetters } from './useShortcuts';

/** Lists the keyboard shortcuts. */
export function ShortcutsDialog({ places, onClose }: { places: Place[]; onClose: () => void }) {
  const [letters, setLetters] = useLetters();
  const shortcuts = [
    { keys: PALETTE_KEYS, does: texts.shortcuts.palette },
    { keys: ['?'], does: texts.shortcuts.help },
    { keys: ['N'], does: texts.nav.submit },
    ...places.map(({ key, label }) => ({
      keys: ['G', key.toUpperCase()],
      does: texts.shortcuts.goTo(label),
    })),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.shortcuts.title}
      centered
      closeButtonProps={{ 'aria-label': uiTexts.close }}
    >
      <Stack>
        <dl className={classes.shortcuts}>
          {shortcuts.map(({ keys, does }) => (
            <div key={does}>
              <dt>{does}</dt>
              <dd>
                <Group gap={4} wrap="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </dd>
            </div>
          ))}
        </dl>
        <Switch
          checked={letters}
          onChange={(event) => setLetters(event.currentTarget.checked)}
          label={texts.shortcuts.letters}
          description={texts.shortcuts.lettersHelp}
        />
        <Text size="xs" c="dimmed">
          {texts.shortcuts.more}
        </Text>
      </Stack>
    </Modal>
  );
}
