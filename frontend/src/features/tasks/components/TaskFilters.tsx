import { Button, Chip, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTaskTypes } from '../../../lib/tasks/useTaskTypes';
import { texts } from '../../../lib/texts';
import { SearchIcon } from '../../../lib/ui/icons';
import { useScope } from '../api/scope';
import { type FilterName, STATES, useFilter } from '../api/useFilter';
import classes from './TaskFilters.module.css';

export function TaskFilters() {
  const { said, set, clear, isFiltered } = useFilter();
  const { data: types = [] } = useTaskTypes();
  const isMine = useScope() === 'mine';
  const others = [
    { value: '', label: texts.filters.anyType },
    ...types.map(({ name, title }) => ({ value: name, label: title })),
  ];
  if (said('type') && !types.some(({ name }) => name === said('type'))) {
    others.push({ value: said('type'), label: said('type') });
  }
  return (
    <section aria-label={texts.filters.label} className={classes.filters}>
      <Chip.Group
        multiple
        value={said('state').split(',').filter(Boolean)}
        onChange={(states) => set('state', states.join(','))}
      >
        <Group gap={6} role="group" aria-label={texts.filters.states}>
          {STATES.map((state) => (
            <Chip key={state} value={state} size="xs" variant="outline">
              {texts.states[state]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <div className={classes.fields}>
        <Typed name="text" label={texts.filters.text} search />
        <NativeSelect
          label={texts.filters.type}
          size="sm"
          data={others}
          value={said('type')}
          onChange={(event) => set('type', event.currentTarget.value)}
        />
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={texts.filters[name]}
            value={said(name)}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ))}
        {!isMine &&
          (['user', 'worker', 'queue', 'errorType'] as const).map((name) => (
            <Typed key={name} name={name} label={texts.filters[name]} />
          ))}
        {isFiltered && (
          <Button variant="subtle" onClick={clear} className={classes.clear}>
            {texts.filters.clear}
          </Button>
        )}
      </div>
    </section>
  );
}

const PAUSE = 300;

/** A text that takes effect when its author pauses. */
function Typed({ name, label, search = false }: { name: FilterName; label: string; search?: boolean }) {
  const { said, set } = useFilter();
  const inForce = said(name);
  const [typed, setTyped] = useState(inForce);
  const settle = useDebouncedCallback((value: string) => set(name, value), PAUSE);
  useEffect(() => setTyped(inForce), [inForce]);
  return (
    <TextInput
      type={search ? 'search' : 'text'}
      label={label}
      leftSection={search ? <SearchIcon size={16} /> : null}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        settle(event.currentTarget.value);
      }}
    />
  );
}
