import { Text } from '@mantine/core';
import type { Task } from '@/lib/api/client';
import classes from './TaskError.module.css';

export function TaskError({ error }: { error: NonNullable<Task['error']> }) {
  return (
    <div className={classes.error}>
      <Text size="sm" fw={600} component="div">
        {error.message ?? error.type}
      </Text>
      {error.message && (
        <Text size="xs" ff="monospace" component="div" className={classes.type}>
          {error.type}
        </Text>
      )}
    </div>
  );
}
