import { useId, useRef } from 'react';
import { texts } from '../texts';
import classes from './JsonEditor.module.css';

/** An error on a line. */
export interface LineFault {
  line: number;
  message: string;
}

interface JsonEditorProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  faults: LineFault[];
}

/** An editor with line numbers. It marks the lines that have an error, and each error leads to its line. */
export function JsonEditor({ label, value, onChange, faults }: JsonEditorProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = value.split('\n');
  const faulty = new Set(faults.map(({ line }) => line));

  function goTo(line: number) {
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  }

  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <div className={classes.editor} data-faulty={faults.length > 0 || undefined}>
        <div className={classes.numbers} aria-hidden="true">
          {lines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index identifies a line
            <div key={index} data-faulty={faulty.has(index + 1) || undefined}>
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          rows={lines.length}
          wrap="off"
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-faults`}
        />
      </div>
      <ul id={`${id}-faults`} className={classes.faults} aria-live="polite">
        {faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <button type="button" onClick={() => goTo(line)}>
              {texts.line(line)}
            </button>{' '}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
