import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export type Fact = [name: string, fact: ReactNode];

/** What is known of a thing, each fact beside its name. What is not known is left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, fact]) => fact !== null && fact !== undefined)
        .map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}
