import { Badge, Title } from '@mantine/core';
import { useId } from 'react';
import { adminTexts } from '@/lib/adminTexts';
import { type Fact, Facts } from '@/lib/ui/Facts';
import { CheckIcon, CrossIcon } from '@/lib/ui/icons';
import { RelativeTime } from '@/lib/ui/time';
import { amount, bytes } from '../parts/figures';
import classes from './System.module.css';
import type { SystemState } from './useSystem';

const words = adminTexts.system;

/** What Millrace consists of, and how each part is. */
export function Parts({
  system: { version, java, server, redis, database, health },
}: {
  system: SystemState;
}) {
  return (
    <div className={classes.parts}>
      <Part
        title={words.millrace}
        isUp={health.status === 'UP'}
        facts={[
          [words.facts.version, version],
          [words.facts.server, server],
          [words.facts.java, java],
        ]}
      />
      <Part
        title={words.redis}
        isUp={health.redis === 'UP'}
        state={health.redis === 'REFUSING' ? words.refusing : undefined}
        facts={[
          [words.facts.reason, health.redisReason],
          [words.facts.version, redis.version],
          [words.facts.mode, redis.mode],
          [words.facts.memory, memoryOf(redis)],
          [words.facts.clients, redis.clients === undefined ? null : amount(redis.clients)],
          [words.facts.started, redis.startedAt && <RelativeTime at={redis.startedAt} />],
        ]}
      />
      <Part
        title={words.database}
        isUp={database.reachable}
        facts={[
          [words.facts.product, database.product],
          [words.facts.version, database.version],
          [words.facts.migration, database.migration],
        ]}
      />
    </div>
  );
}

function memoryOf({ usedMemory, maxMemory }: SystemState['redis']): string | undefined {
  if (usedMemory === undefined) {
    return undefined;
  }
  return maxMemory ? words.of(bytes(usedMemory), bytes(maxMemory)) : bytes(usedMemory);
}

interface PartProps {
  title: string;
  isUp: boolean;
  /** Instead of "Up" or "Down". */
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
          {state ?? (isUp ? words.up : words.down)}
        </Badge>
      </div>
      <Facts facts={facts} />
    </section>
  );
}
