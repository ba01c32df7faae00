import { Link } from 'react-router';
import { WarningIcon } from '@/lib/ui/icons';
import { cappedAmount } from '../parts/numbers';
import { type Queue, useQueues } from '../queues/useQueues';
import classes from './Overview.module.css';
import { texts } from './texts';

/** Lists the reasons why tasks do not run that only a person can remove. Empty when there are none. */
export function Attention() {
  const { data: queues = [] } = useQueues();
  const warnings = queues.flatMap(warningsOf);
  if (warnings.length === 0) {
    return null;
  }
  return (
    <section className={classes.attention} aria-label={texts.attention}>
      <WarningIcon />
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>
            <Link to="/admin/queues">{warning}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function warningsOf({ name, mode, workers, waiting }: Queue): string[] {
  const warnings = [];
  if (workers === 0 && waiting > 0) {
    warnings.push(texts.noWorker(name, cappedAmount(waiting)));
  }
  if (mode === 'PAUSED') {
    warnings.push(texts.paused(name));
  }
  if (mode === 'DRAINING') {
    warnings.push(texts.draining(name));
  }
  return warnings;
}
