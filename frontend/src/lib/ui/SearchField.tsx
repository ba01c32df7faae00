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

/** A text field that takes effect when typing pauses. */
export function SearchField({ label, placeholder, search = true, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const settled = useRef(value);
  const settle = useDebouncedCallback((text: string) => {
    settled.current = text;
    onChange(text);
  }, PAUSE);
  // Only outside changes count: the field's own value comes back late and must not undo newer typing.
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
