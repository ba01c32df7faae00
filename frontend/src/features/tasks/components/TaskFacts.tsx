import type { ReactNode } from 'react';
import type { Task } from '@/lib/api/client';
import { Duration, RelativeTime } from '@/lib/ui/time';
import type { Column } from '../api/useColumns';
import { texts } from '../texts';
import classes from './TaskRow.module.css';

/** A fact with a column of its own. */
export type Fact = Exclude<Column, 'preview'>;

export function factsOf(columns: Column[]): Fact[] {
  return columns.filter((column) => column !== 'preview');
}

/** The values of the chosen columns. On a narrow screen each value shows its column's name. */
export function TaskFacts({ task, facts }: { task: Task; facts: Fact[] }) {
  return facts.map((fact) => {
    const value = shownAs(task, fact);
    return (
      <span key={fact} className={classes.fact} data-fact={fact} data-empty={value === null || undefined}>
        <span className={classes.name}>{texts.columns.names[fact]} </span>
        {value ?? texts.value.none}
      </span>
    );
  });
}

function shownAs(task: Task, fact: Fact): ReactNode {
  switch (fact) {
    case 'submitted':
      return <RelativeTime at={task.createdAt} />;
    case 'took':
      return task.startedAt && task.finishedAt ? (
        <Duration from={task.startedAt} to={task.finishedAt} />
      ) : null;
    case 'attempt':
      return texts.columns.attempt(task.attempt, task.maxAttempts);
    default:
      return task[fact];
  }
}
