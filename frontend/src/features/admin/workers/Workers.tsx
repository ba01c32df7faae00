import { Text } from '@mantine/core';
import { Empty } from '@/lib/ui/notices';
import { Read, Screen } from '../parts/Screen';
import { texts } from './texts';
import { useWorkers } from './useWorkers';
import { WorkerCard } from './WorkerCard';
import classes from './Workers.module.css';

export function Workers() {
  const workers = useWorkers();
  return (
    <Screen title={texts.title} lead={texts.lead}>
      <Read reading={workers}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={texts.none} text={texts.noneText} />
          ) : (
            <>
              <Text size="sm" fw={600} mb="sm">
                {texts.count(
                  all.length,
                  all.reduce((sum, { busy }) => sum + busy, 0),
                  all.reduce((sum, { slots }) => sum + slots, 0),
                )}
              </Text>
              <ul className={classes.list} aria-label={texts.title}>
                {all.map((worker) => (
                  <li key={worker.id}>
                    <WorkerCard worker={worker} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Read>
    </Screen>
  );
}
