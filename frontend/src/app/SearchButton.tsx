import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { SearchIcon } from '@/lib/ui/icons';
import { PALETTE_KEYS } from './paletteKeys';
import classes from './SearchButton.module.css';
import { texts } from './texts';

/** Opens the palette. On wide screens it looks like a search field and names the keys. */
export function SearchButton({ onClick }: { onClick: () => void }) {
  return (
    <>
      <UnstyledButton className={classes.search} onClick={onClick}>
        <SearchIcon size={15} />
        <span className={classes.label}>{texts.palette.open}</span>
        <span>
          {PALETTE_KEYS.map((key) => (
            <Kbd key={key} size="xs" ml={3}>
              {key}
            </Kbd>
          ))}
        </span>
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        hiddenFrom="md"
        aria-label={texts.palette.open}
        onClick={onClick}
      >
        <SearchIcon />
      </ActionIcon>
    </>
  );
}
