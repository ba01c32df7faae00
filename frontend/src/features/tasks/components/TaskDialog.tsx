import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Task } from '@/lib/api/client';
import { Confirm } from '@/lib/ui/Confirm';
import { uiTexts } from '@/lib/ui/texts';
import { PLACE, useScope } from '../api/scope';
import { useTaskChanges } from '../api/useTaskChanges';
import { texts } from '../texts';
import type { Action } from './actions';
import { PriorityDialog } from './PriorityDialog';

// The dialog brings the form library, so the browser loads it on first use.
const EditDialog = lazy(() => import('./EditDialog'));

interface TaskDialogProps {
  action: Action;
  task: Task;
  title: string;
  onClose: () => void;
}

/** Asks for the input or the confirmation that an action on a task needs. */
export function TaskDialog({ action, task, title, onClose }: TaskDialogProps) {
  const changes = useTaskChanges(task);
  const place = PLACE[useScope()];
  const navigate = useNavigate();
  const { pathname } = useLocation();

  async function remove() {
    await changes.remove();
    if (pathname !== place) {
      void navigate(place, { replace: true });
    }
  }

  switch (action) {
    case 'cancel':
      return (
        <Confirm
          title={uiTexts.cancelTitle(title)}
          action={texts.actions.cancelNow}
          danger
          onConfirm={changes.cancel}
          onClose={onClose}
        >
          <Text size="sm">
            {task.state === 'RUNNING' ? texts.actions.cancelRunning : texts.actions.cancelOpen}
          </Text>
        </Confirm>
      );
    case 'delete':
      return (
        <Confirm
          title={uiTexts.deleteTitle(title)}
          action={texts.actions.deleteNow}
          danger
          onConfirm={remove}
          onClose={onClose}
        >
          <Text size="sm">{texts.actions.deleteText}</Text>
        </Confirm>
      );
    case 'priority':
      return <PriorityDialog task={task} onClose={onClose} />;
    default:
      return (
        <Suspense fallback={null}>
          <EditDialog task={task} title={title} onClose={onClose} />
        </Suspense>
      );
  }
}
