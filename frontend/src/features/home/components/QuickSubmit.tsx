import { ActionIcon, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Task, TaskType } from '@/lib/api/client';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { StarFilledIcon, StarIcon } from '@/lib/ui/icons';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import { useFavourites } from '../api/useFavourites';
import { texts } from '../texts';
import classes from './Home.module.css';

const OFFERED = 6;

/** Offers task types to submit: the pinned ones first, then the most recently used, then the others. */
export function QuickSubmit({ recent }: { recent: Task[] }) {
  const { data: types = [] } = useTaskTypes();
  const { favourites, toggle } = useFavourites();
  const offered = suggested(types, favourites, recent);
  return (
    <section aria-labelledby="home-submit" className={classes.quick}>
      <div className={classes.heading}>
        <Title order={2} size="h5" id="home-submit">
          {texts.submit}
        </Title>
        <Link to="/submit" className={classes.more}>
          {texts.allTypes}
        </Link>
      </div>
      <ul className={`${classes.panel} ${classes.list}`}>
        {offered.map((type) => (
          <li key={type.name} className={classes.type}>
            <QuickType
              type={type}
              last={recent.find((task) => task.type === type.name)}
              starred={favourites.includes(type.name)}
              onStar={() => toggle(type.name)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface QuickTypeProps {
  type: TaskType;
  last: Task | undefined;
  starred: boolean;
  onStar: () => void;
}

function QuickType({ type, last, starred, onStar }: QuickTypeProps) {
  const form = `/submit/${encodeURIComponent(type.name)}`;
  return (
    <>
      <div className={classes.typeText}>
        <Link to={form} className={classes.title}>
          {type.title}
        </Link>
        <Text size="xs" c="dimmed" lineClamp={1}>
          {type.workersOnline === 0
            ? taskTexts.willWait
            : type.notice
              ? withCurlyQuotes(type.notice)
              : type.description}
        </Text>
      </div>
      {last && (
        <Link
          to={`${form}?from=${last.id}`}
          className={classes.again}
          aria-label={texts.againLike(type.title)}
        >
          {texts.again}
        </Link>
      )}
      <ActionIcon
        variant="subtle"
        color={starred ? 'yellow.8' : 'gray'}
        aria-label={texts.star(type.title)}
        aria-pressed={starred}
        onClick={onStar}
      >
        {starred ? <StarFilledIcon size={17} /> : <StarIcon size={17} />}
      </ActionIcon>
    </>
  );
}

function suggested(types: TaskType[], favourites: string[], recent: Task[]): TaskType[] {
  const newestFirst = [...recent].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const names = [...favourites, ...newestFirst.map(({ type }) => type), ...types.map(({ name }) => name)];
  return [...new Set(names)]
    .flatMap((name) => types.find((type) => type.name === name) ?? [])
    .slice(0, Math.max(OFFERED, favourites.length));
}
