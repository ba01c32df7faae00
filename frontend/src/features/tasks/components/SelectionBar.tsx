import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import type { BulkAction, Chosen } from '../api/useBulk';
import { useFilter } from '../api/useFilter';
import { texts } from '../texts';
import { BulkDialog } from './BulkDialog';
import classes from './SelectionBar.module.css';

const ACTIONS: BulkAction[] = ['cancel', 'retry', 'priority', 'delete'];

/** The actions for the selected tasks, or for all that match the filters. */
export function SelectionBar({ ids, onClear }: { ids: string[]; onClear: () => void }) {
  const { filter } = useFilter();
  const [all, setAll] = useState(false);
  const [action, setAction] = useState<BulkAction | null>(null);
  const chosen: Chosen = all ? { filter } : { ids };
  return (
    <Paper withBorder className={classes.bar} role="region" aria-label={texts.bulk.label}>
      <Text size="sm" fw={600} role="status">
        {all ? texts.bulk.all : texts.bulk.selected(ids.length)}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
        {all ? texts.bulk.onlySelected(ids.length) : texts.bulk.chooseAll}
      </Button>
      <Group gap="xs" className={classes.actions}>
        {ACTIONS.map((name) => (
          <Button key={name} size="compact-sm" variant="default" onClick={() => setAction(name)}>
            {texts.bulk.actions[name]}
          </Button>
        ))}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
          {texts.bulk.clear}
        </Button>
      </Group>
      {action && (
        <BulkDialog action={action} chosen={chosen} onClose={() => setAction(null)} onDone={onClear} />
      )}
    </Paper>
  );
}
