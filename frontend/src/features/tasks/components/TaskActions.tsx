import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Task } from '@/lib/api/client';
import { MoreIcon } from '@/lib/ui/icons';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { useMayChange, useScope } from '../api/scope';
import { useTaskChanges } from '../api/useTaskChanges';
import { texts } from '../texts';
import { type Action, actionsOf } from './actions';
import { TaskDialog } from './TaskDialog';

interface TaskActionsProps {
  task: Task;
  title: string;
  /** True for one button with a menu, where space is short. */
  compact?: boolean;
}

export function TaskActions({ task, title, compact = false }: TaskActionsProps) {
  const [asked, setAsked] = useState<Action | null>(null);
  const [retrying, setRetrying] = useState(false);
  const navigate = useNavigate();
  const scope = useScope();
  const changes = useTaskChanges(task);
  const mayChange = useMayChange();
  const offered = mayChange ? actionsOf(task).filter((action) => action !== 'again' || scope === 'mine') : [];

  async function retry() {
    setRetrying(true);
    await changes.retry().catch(notifyFailure);
    setRetrying(false);
  }

  function start(action: Action) {
    if (action === 'again') {
      void navigate(`/submit/${task.type}?from=${task.id}`);
    } else if (action === 'retry') {
      void retry();
    } else {
      setAsked(action);
    }
  }

  return (
    <>
      {compact && offered.length > 0 && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={texts.actions.menu(title)}
              loading={retrying}
            >
              <MoreIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map((action) => (
              <Menu.Item
                key={action}
                onClick={() => start(action)}
                {...(action === 'delete' && { c: 'var(--mantine-color-error)' })}
              >
                {texts.actions[action]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {!compact && (
        <Group gap="xs" role="group" aria-label={texts.actions.group}>
          {offered.map((action) => (
            <Button
              key={action}
              size="xs"
              variant="default"
              loading={action === 'retry' && retrying}
              onClick={() => start(action)}
              {...(action === 'delete' && { c: 'var(--mantine-color-error)' })}
            >
              {texts.actions[action]}
            </Button>
          ))}
        </Group>
      )}
      {asked && <TaskDialog action={asked} task={task} title={title} onClose={() => setAsked(null)} />}
    </>
  );
}
