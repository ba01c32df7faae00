import { Link } from 'react-router';
import { WarningIcon } from '@/lib/ui/icons';
import { cappedAmount } from '../parts/numbers';
import { type Queue, useQueues } from '../queues/useQueues';
import classes from './Overview.module.css';
import { texts } from './texts';

/** Lists the reasons why tasks do not run that only a person can remove. Empty when there are none. */
export function Attention() {
  const { data: queues = [] } = useQueues();
  const remarks = queues.flatMap(remarksOn);
  if (remarks.length === 0) {
    return null;
  }
  return (
    <section className={classes.attention} aria-label={texts.attention}>
      <WarningIcon />
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>
            <Link to="/admin/queues">{remark}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function remarksOn({ name, mode, workers, waiting }: Queue): string[] {
  const remarks = [];
  if (workers === 0 && waiting > 0) {
    remarks.push(texts.unstaffed(name, cappedAmount(waiting)));
  }
  if (mode === 'PAUSED') {
    remarks.push(texts.paused(name));
  }
  if (mode === 'DRAINING') {
    remarks.push(texts.draining(name));
  }
  return remarks;
}
