import { Text } from '@mantine/core';
import type { Schemas } from '@/lib/api/client';
import { ExactTime } from '@/lib/ui/time';
import { texts } from '../texts';
import classes from './Timeline.module.css';
import { humanName } from './values';

type Entry = Schemas['TimelineEntry'];

export function Timeline({ entries }: { entries: Entry[] }) {
  return (
    <ol className={classes.timeline}>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
        <li key={index} data-kind={entry.kind}>
          <Text size="sm" fw={600}>
            {texts.detail.kinds[entry.kind] ?? humanName(entry.kind)}
          </Text>
          {(entry.message || entry.error) && (
            <Text size="sm" className={classes.words}>
              {entry.message ?? entry.error?.message ?? entry.error?.type}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            <ExactTime at={entry.at} seconds />
            {entry.worker && ` · ${entry.worker}`}
          </Text>
        </li>
      ))}
    </ol>
  );
}
