import type { Column } from '../api/useColumns';
import { texts } from '../texts';
import { factsOf } from './TaskFacts';
import classes from './TaskRow.module.css';

/** The visible column titles. Screen readers skip them, since each row names its own values. */
export function ColumnHeads({ columns }: { columns: Column[] }) {
  const facts = factsOf(columns);
  return facts.length === 0 ? null : (
    <div className={classes.heads} aria-hidden="true">
      <div className={classes.head}>
        <span />
        <span className={classes.fact}>{texts.columns.state}</span>
        <span className={classes.fact}>{texts.columns.task}</span>
        <div className={classes.facts}>
          {facts.map((fact) => (
            <span key={fact} className={classes.fact} data-fact={fact}>
              {texts.columns.names[fact]}
            </span>
          ))}
        </div>
        <span />
      </div>
    </div>
  );
}
