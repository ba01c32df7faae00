import { Badge, Title } from '@mantine/core';
import { useId } from 'react';
import { type Fact, Facts } from '@/lib/ui/Facts';
import { CheckIcon, CrossIcon } from '@/lib/ui/icons';
import { RelativeTime } from '@/lib/ui/time';
import { amount, bytes } from '../parts/numbers';
import classes from './System.module.css';
import { texts } from './texts';
import type { SystemState } from './useSystem';

/** The parts of the system and the health of each. */
export function Parts({
  system: { version, java, server, redis, database, health },
}: {
  system: SystemState;
}) {
  return (
    <div className={classes.parts}>
      <Part
        title={texts.millrace}
        isUp={health.status === 'UP'}
        facts={[
          [texts.facts.version, version],
          [texts.facts.server, server],
          [texts.facts.java, java],
        ]}
      />
      <Part
        title={texts.redis}
        isUp={health.redis === 'UP'}
        state={health.redis === 'REFUSING' ? texts.rejectingWrites : undefined}
        facts={[
          [texts.facts.reason, health.redisReason],
          [texts.facts.version, redis.version],
          [texts.facts.notice, redis.versionNotice],
          [texts.facts.mode, redis.mode],
          [texts.facts.memory, memoryOf(redis)],
          [texts.facts.clients, redis.clients === undefined ? null : amount(redis.clients)],
          [texts.facts.started, redis.startedAt && <RelativeTime at={redis.startedAt} />],
        ]}
      />
      <Part
        title={texts.database}
        isUp={database.reachable}
        facts={[
          [texts.facts.product, database.product],
          [texts.facts.version, database.version],
          [texts.facts.migration, database.migration],
        ]}
      />
    </div>
  );
}

function memoryOf({ usedMemory, maxMemory }: SystemState['redis']): string | undefined {
  if (usedMemory === undefined) {
    return undefined;
  }
  return maxMemory ? texts.of(bytes(usedMemory), bytes(maxMemory)) : bytes(usedMemory);
}

interface PartProps {
  title: string;
  isUp: boolean;
  /** Replaces "Up" or "Down". */
  state?: string;
  facts: Fact[];
}

function Part({ title, isUp, state, facts }: PartProps) {
  const id = useId();
  const Icon = isUp ? CheckIcon : CrossIcon;
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} size="h6" id={id}>
          {title}
        </Title>
        <Badge
          variant="light"
          color={isUp ? 'teal' : 'red'}
          c={isUp ? 'var(--mantine-color-text)' : 'var(--mantine-color-error)'}
          leftSection={<Icon size={12} />}
          tt="none"
        >
          {state ?? (isUp ? texts.up : texts.down)}
        </Badge>
      </div>
      <Facts facts={facts} />
    </section>
  );
}
