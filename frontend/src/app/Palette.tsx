import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { dataOf, type Task } from '@/lib/api/client';
import { useServices } from '@/lib/services';
import { StateBadge } from '@/lib/tasks/StateBadge';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { KeyboardIcon, PersonIcon, PlusIcon, SearchIcon } from '@/lib/ui/icons';
import type { Place } from './places';
import { texts } from './texts';

const PAUSE = 200;
const FOUND = 5;
const TYPES = 8;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const [store, palette] = createSpotlight();

interface PaletteProps {
  places: Place[];
  onShortcuts: () => void;
  onClose: () => void;
}

/** Opens any page or form, and finds my tasks by a few words. */
export default function Palette({ places, onShortcuts, onClose }: PaletteProps) {
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const { data: types = [] } = useTaskTypes();
  const found = useFoundTasks(query.trim());
  useEffect(() => palette.open(), []);

  const go = (to: string) => () => void navigate(to);
  const titleOf = (name: string) => types.find((type) => type.name === name)?.title ?? name;
  const pages = [
    ...places.map(({ to, label, Icon }) => ({ label, icon: <Icon />, act: go(to) })),
    { label: texts.account.title, icon: <PersonIcon />, act: go('/account') },
    { label: texts.shortcuts.title, icon: <KeyboardIcon />, act: onShortcuts },
  ].filter(({ label }) => matches(label, query));
  const submittable = types
    .filter(({ name, title }) => matches(`${texts.nav.submit} ${name} ${title}`, query))
    .slice(0, TYPES);
  const tasks = found.data ?? [];
  const isEmpty = pages.length + submittable.length + tasks.length === 0;

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={texts.palette.search}
        aria-label={texts.palette.search}
        leftSection={<SearchIcon />}
      />
      <Spotlight.ActionsList>
        <Actions label={texts.palette.tasks}>
          {tasks.map((task) => (
            <Spotlight.Action
              key={task.id}
              label={titleOf(task.type)}
              description={task.id}
              rightSection={<StateBadge state={task.state} />}
              onClick={go(`/tasks/${task.id}`)}
            />
          ))}
        </Actions>
        <Actions label={texts.palette.places}>
          {pages.map(({ label, icon, act }) => (
            <Spotlight.Action key={label} label={label} leftSection={icon} onClick={act} />
          ))}
        </Actions>
        <Actions label={texts.palette.submit}>
          {submittable.map(({ name, title, description }) => (
            <Spotlight.Action
              key={name}
              label={title}
              description={description}
              leftSection={<PlusIcon />}
              onClick={go(`/submit/${encodeURIComponent(name)}`)}
            />
          ))}
        </Actions>
        {isEmpty && (
          <Spotlight.Empty>
            {found.isFetching ? texts.palette.looking : texts.palette.nothing}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** A group of actions, which is not there when it is empty. */
function Actions({ label, children }: { label: string; children: ReactNode[] }) {
  return children.length === 0 ? null : (
    <Spotlight.ActionsGroup label={label}>{children}</Spotlight.ActionsGroup>
  );
}

/** My tasks that have this id, or this text in them. */
function useFoundTasks(typed: string) {
  const { api } = useServices();
  const [text] = useDebouncedValue(typed, PAUSE);
  return useQuery({
    queryKey: ['found', text],
    queryFn: async ({ signal }): Promise<Task[]> => {
      if (UUID.test(text)) {
        const task = await api.GET('/api/tasks/{id}', { params: { path: { id: text } }, signal });
        return task.data ? [task.data] : [];
      }
      const query = { text, limit: FOUND };
      return (await dataOf(api.GET('/api/tasks', { params: { query }, signal }))).items;
    },
    enabled: text.length > 1,
    staleTime: 0,
    gcTime: 0,
  });
}

function matches(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/);
  return words.every((word) => text.toLowerCase().includes(word));
}
