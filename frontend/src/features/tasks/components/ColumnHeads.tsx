import type { Column } from '../api/useColumns';
import { texts } from '../texts';
import { factsOf } from './TaskFacts';
import classes from './TaskRow.module.css';

/** What stands in each column, for the eye; to a screen reader each row says it of itself. */
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
