import { Text } from '@mantine/core';
import { adminTexts } from '@/lib/adminTexts';
import { Empty } from '@/lib/ui/notices';
import { Read, Screen } from '../parts/Screen';
import { useWorkers } from './useWorkers';
import { WorkerCard } from './WorkerCard';
import classes from './Workers.module.css';

const words = adminTexts.workers;

export function Workers() {
  const workers = useWorkers();
  return (
    <Screen title={words.title} lead={words.lead}>
      <Read reading={workers}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={words.none} text={words.noneText} />
          ) : (
            <>
              <Text size="sm" fw={600} mb="sm">
                {words.count(
                  all.length,
                  all.reduce((sum, { busy }) => sum + busy, 0),
                  all.reduce((sum, { slots }) => sum + slots, 0),
                )}
              </Text>
              <ul className={classes.list} aria-label={words.title}>
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
