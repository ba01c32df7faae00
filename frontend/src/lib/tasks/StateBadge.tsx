import type { Task, TaskState } from '@/lib/api/client';
import { CheckIcon, ClockIcon, CrossIcon, InboxIcon, PlayIcon, SlashIcon } from '@/lib/ui/icons';
import classes from './StateBadge.module.css';
import { taskTexts } from './texts';

const ICONS = {
  WAITING: ClockIcon,
  QUEUED: InboxIcon,
  RUNNING: PlayIcon,
  SUCCEEDED: CheckIcon,
  FAILED: CrossIcon,
  CANCELLED: SlashIcon,
};

export function StateBadge({ state, cancelling = false }: { state: TaskState; cancelling?: boolean }) {
  const Icon = cancelling ? SlashIcon : ICONS[state];
  return (
    <span className={classes.badge} data-state={cancelling ? 'CANCELLING' : state}>
      <Icon size={14} />
      {cancelling ? taskTexts.cancelling : taskTexts.states[state]}
    </span>
  );
}

/** True while a worker has been asked to stop the task and has not yet stopped it. */
export function isCancelling(task: Pick<Task, 'state' | 'cancelRequestedAt'>): boolean {
  return task.state === 'RUNNING' && Boolean(task.cancelRequestedAt);
}
