import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TaskType } from '@/lib/api/client';
import { taskTexts } from '@/lib/tasks/texts';
import { SearchIcon } from '@/lib/ui/icons';
import { texts } from '../texts';
import classes from './SubmitPage.module.css';
import { Workers } from './Workers';

export function TypePicker({ types, chosen }: { types: TaskType[]; chosen: string | undefined }) {
  const [search, setSearch] = useState('');
  const matching = types.filter((type) => matches(type, search));
  return (
    <nav className={classes.picker} aria-label={taskTexts.types}>
      <TextInput
        type="search"
        aria-label={texts.types.search}
        placeholder={texts.types.search}
        leftSection={<SearchIcon size={16} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={classes.types}>
        {matching.map((type) => (
          <li key={type.name}>
            <Link
              to={`/submit/${encodeURIComponent(type.name)}`}
              className={classes.type}
              aria-current={type.name === chosen ? 'true' : undefined}
            >
              <Text fw={600} size="sm">
                {type.title}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {type.description}
              </Text>
              <Workers type={type} />
            </Link>
          </li>
        ))}
      </ul>
      {matching.length === 0 && (
        <Text size="sm" c="dimmed" ta="center" py="lg" role="status">
          {texts.types.none}
        </Text>
      )}
    </nav>
  );
}

function matches(type: TaskType, search: string): boolean {
  const text = `${type.name} ${type.title} ${type.description}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
