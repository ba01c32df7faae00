import type { TaskState } from '../../../lib/api/client';
import { texts } from '../../../lib/texts';
import { CheckIcon, ClockIcon, CrossIcon, InboxIcon, PlayIcon, SlashIcon } from '../../../lib/ui/icons';
import classes from './StateBadge.module.css';

const ICONS = {
  WAITING: ClockIcon,
  QUEUED: InboxIcon,
  RUNNING: PlayIcon,
  SUCCEEDED: CheckIcon,
  FAILED: CrossIcon,
  CANCELLED: SlashIcon,
};

export function StateBadge({ state }: { state: TaskState }) {
  const Icon = ICONS[state];
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={14} />
      {texts.states[state]}
    </span>
  );
}
