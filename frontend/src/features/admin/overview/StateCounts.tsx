import { Link } from 'react-router';
import type { TaskState } from '@/lib/api/client';
import { StateBadge } from '@/lib/tasks/StateBadge';
import { Failure } from '@/lib/ui/notices';
import { amount } from '../parts/numbers';
import { adminTexts } from '../texts';
import classes from './Overview.module.css';
import { texts } from './texts';
import { useOverview } from './useOverview';

const STATES: TaskState[] = ['WAITING', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'];

/** The number of tasks in each state, each with a link to these tasks. */
export function StateCounts() {
  const { data, error, refetch } = useOverview();
  if (error && !data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <ul className={classes.states} aria-label={texts.now}>
      {STATES.map((state) => (
        <li key={state}>
          <Link to={`/admin/tasks?state=${state}`} className={classes.state}>
            <StateBadge state={state} />
            {data ? amount(data.tasks[state] ?? 0) : adminTexts.none}
          </Link>
        </li>
      ))}
    </ul>
  );
}
