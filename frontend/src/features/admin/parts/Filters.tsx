import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { adminTexts } from '../../../lib/adminTexts';
import classes from './Filters.module.css';

interface FiltersProps {
  isFiltered: boolean;
  onClear: () => void;
  children: ReactNode;
}

/** The fields that narrow a list, and the way to be rid of them. */
export function Filters({ isFiltered, onClear, children }: FiltersProps) {
  return (
    <section aria-label={adminTexts.filters} className={classes.fields}>
      {children}
      {isFiltered && (
        <Button variant="subtle" onClick={onClear} className={classes.clear}>
          {adminTexts.clear}
        </Button>
      )}
    </section>
  );
}
