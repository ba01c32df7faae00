import { adminTexts } from '@/lib/adminTexts';
import { Empty } from '@/lib/ui/notices';
import { Read, Screen } from '../parts/Screen';
import { DeadGroup } from './DeadGroup';
import classes from './DeadLetters.module.css';
import { useDeadLetters } from './useDeadLetters';

const words = adminTexts.dead;

export function DeadLetters() {
  const groups = useDeadLetters();
  return (
    <Screen title={words.title} lead={words.lead}>
      <Read reading={groups}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={words.none} text={words.noneText} />
          ) : (
            <ul className={classes.groups} aria-label={words.title}>
              {all.map((group) => (
                <li key={`${group.type} ${group.errorType}`}>
                  <DeadGroup group={group} />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </Screen>
  );
}
