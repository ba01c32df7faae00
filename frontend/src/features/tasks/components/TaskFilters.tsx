import { Chip, Group, NativeSelect, TextInput } from '@mantine/core';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { FilterFields } from '@/lib/ui/FilterFields';
import { SearchField } from '@/lib/ui/SearchField';
import { useScope } from '../api/scope';
import { STATES, useFilter } from '../api/useFilter';
import { texts } from '../texts';
import classes from './TaskFilters.module.css';

export function TaskFilters() {
  const { filters, set, clear, isFiltered } = useFilter();
  const { data: types = [] } = useTaskTypes();
  const isMine = useScope() === 'mine';
  const others = [
    { value: '', label: texts.filters.anyType },
    ...types.map(({ name, title }) => ({ value: name, label: title })),
  ];
  if (filters.type && !types.some(({ name }) => name === filters.type)) {
    others.push({ value: filters.type, label: filters.type });
  }
  return (
    <div className={classes.filters}>
      <Chip.Group
        multiple
        value={filters.state.split(',').filter(Boolean)}
        onChange={(states) => set('state', states.join(','))}
      >
        <Group gap={6} role="group" aria-label={texts.filters.states}>
          {STATES.map((state) => (
            <Chip key={state} value={state} size="xs" variant="outline">
              {taskTexts.states[state]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <FilterFields isFiltered={isFiltered} onClear={clear}>
        <SearchField label={texts.filters.text} value={filters.text} onChange={(text) => set('text', text)} />
        <NativeSelect
          label={taskTexts.type}
          size="sm"
          data={others}
          value={filters.type}
          onChange={(event) => set('type', event.currentTarget.value)}
        />
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={texts.filters[name]}
            value={filters[name]}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ))}
        {!isMine &&
          (['user', 'worker', 'queue', 'errorType'] as const).map((name) => (
            <SearchField
              key={name}
              label={texts.filters[name]}
              search={false}
              value={filters[name]}
              onChange={(value) => set(name, value)}
            />
          ))}
      </FilterFields>
    </div>
  );
}
