import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from './icons';

const PAUSE = 300;

interface SearchFieldProps {
  label: string;
  placeholder?: string;
  /** True for a full-text search, false for an exact value. */
  search?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** A text that takes effect when its author pauses. */
export function SearchField({ label, placeholder, search = true, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const settled = useRef(value);
  const settle = useDebouncedCallback((text: string) => {
    settled.current = text;
    onChange(text);
  }, PAUSE);
  // Only what came from elsewhere: one's own text, on its way back, must not undo what was typed since.
  useEffect(() => {
    if (value !== settled.current) {
      settled.current = value;
      setTyped(value);
    }
  }, [value]);
  return (
    <TextInput
      type={search ? 'search' : 'text'}
      label={label}
      placeholder={placeholder}
      leftSection={search ? <SearchIcon size={16} /> : null}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        settle(event.currentTarget.value);
      }}
    />
  );
}
