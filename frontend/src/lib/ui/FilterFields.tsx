import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './FilterFields.module.css';
import { uiTexts } from './texts';

interface FilterFieldsProps {
  isFiltered: boolean;
  onClear: () => void;
  children: ReactNode;
}

/** The filters of a list, with a button to clear them. On a phone only the first is visible until somebody expands them. */
export function FilterFields({ isFiltered, onClear, children }: FilterFieldsProps) {
  const [open, setOpen] = useState(isFiltered);
  return (
    <section aria-label={uiTexts.filters.label} className={classes.fields} data-open={open}>
      {children}
      <Button
        variant="default"
        className={classes.fold}
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        {open ? uiTexts.filters.fewer : uiTexts.filters.more}
      </Button>
      {isFiltered && (
        <Button variant="subtle" onClick={onClear} className={classes.clear}>
          {uiTexts.filters.clear}
        </Button>
      )}
    </section>
  );
}
