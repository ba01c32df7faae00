import { Empty } from '@/lib/ui/notices';
import { Read, Screen } from '../parts/Screen';
import { DeadLetterCard } from './DeadLetterCard';
import classes from './DeadLetters.module.css';
import { deadLetterTexts } from './texts';
import { useDeadLetters } from './useDeadLetters';

export function DeadLetters() {
  const groups = useDeadLetters();
  return (
    <Screen title={deadLetterTexts.title} lead={deadLetterTexts.lead}>
      <Read reading={groups}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={deadLetterTexts.none} text={deadLetterTexts.noneText} />
          ) : (
            <ul className={classes.groups} aria-label={deadLetterTexts.title}>
              {all.map((group) => (
                <li key={`${group.type} ${group.errorType}`}>
                  <DeadLetterCard group={group} />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </Screen>
  );
}
