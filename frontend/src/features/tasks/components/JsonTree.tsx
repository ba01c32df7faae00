import { isExactNumber, writeExact } from '@/lib/json/exactJson';
import classes from './JsonTree.module.css';
import { inShort, isImage, isPlain } from './values';

const OPEN_AT_FIRST = 2;
const MAX_TEXT = 400;

/** Any JSON value as a tree whose branches open and close, by keyboard too. */
export function JsonTree({ value }: { value: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard
    <div className={classes.tree} tabIndex={0}>
      <Node value={value} depth={0} />
    </div>
  );
}

function Node({ name, value, depth }: { name?: string; value: unknown; depth: number }) {
  const label = name !== undefined && <span className={classes.name}>{name}: </span>;
  if (isPlain(value)) {
    return (
      <div className={classes.leaf}>
        {label}
        <span data-kind={kindOf(value)}>{readable(value)}</span>
      </div>
    );
  }
  return (
    <details className={classes.branch} open={depth < OPEN_AT_FIRST}>
      <summary>
        {label}
        <span className={classes.amount}>{inShort(value)}</span>
      </summary>
      {Object.entries(value as object).map(([key, part]) => (
        <Node key={key} name={key} value={part} depth={depth + 1} />
      ))}
    </details>
  );
}

function kindOf(value: unknown): string {
  if (isExactNumber(value)) {
    return 'number';
  }
  return value === null ? 'null' : typeof value;
}

function readable(value: unknown): string {
  const text = writeExact(value) ?? '';
  return isImage(value) || text.length > MAX_TEXT
    ? `${text.slice(0, isImage(value) ? 60 : MAX_TEXT)}…`
    : text;
}
