import { Button, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { ForwardIcon } from '@/lib/ui/icons';
import { Logo } from '@/lib/ui/Logo';
import { texts } from '../texts';
import classes from './NewHere.module.css';

const OFFERED = 3;

/** Welcomes people without tasks: explains the product and offers three task types to start with. */
export function NewHere() {
  const { data: types = [] } = useTaskTypes();
  const ready = [...types].sort((a, b) => Number(b.workersOnline > 0) - Number(a.workersOnline > 0));
  return (
    <section className={classes.hero} aria-labelledby="new-here">
      <div className={classes.wheel}>
        <Logo size={112} turning />
      </div>
      <Title order={2} size="h3" id="new-here">
        {texts.newTitle}
      </Title>
      <Text c="dimmed" maw={520}>
        {texts.newText}
      </Text>
      <ul className={classes.types}>
        {ready.slice(0, OFFERED).map((type) => (
          <li key={type.name}>
            <Link to={`/submit/${encodeURIComponent(type.name)}`} className={classes.type}>
              <span className={classes.name}>
                {type.title}
                <ForwardIcon size={16} />
              </span>
              <Text component="span" size="sm" c="dimmed" lineClamp={2}>
                {type.description}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
      <Button component={Link} to="/submit" variant={ready.length === 0 ? 'filled' : 'subtle'}>
        {texts.browse}
      </Button>
    </section>
  );
}
