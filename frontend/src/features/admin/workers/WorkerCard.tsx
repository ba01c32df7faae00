import { Badge, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useRoles } from '@/lib/session/useRoles';
import { RelativeTime } from '@/lib/ui/time';
import { Age } from '../parts/Age';
import { Meter } from '../parts/Meter';
import { bytes, share } from '../parts/numbers';
import { TextLink } from '../parts/TextLink';
import { RunningTasks } from './RunningTasks';
import { texts } from './texts';
import type { Worker } from './useWorkers';
import { WorkerActions } from './WorkerActions';
import classes from './Workers.module.css';

const NEARLY_ALL = 0.9;

/** One worker process: its identity, health and running tasks. */
export function WorkerCard({ worker }: { worker: Worker }) {
  const { id, host, pid, version, startedAt, lastSeenAt, queues, types, running } = worker;
  const { mayChange } = useRoles();
  const heading = useId();
  return (
    <article className={classes.card} aria-labelledby={heading}>
      <div className={classes.head}>
        <div>
          <Group gap={8}>
            <Title order={2} size="h6" id={heading} className={classes.name}>
              {id}
            </Title>
            <WorkerStatus worker={worker} />
          </Group>
          <Text size="xs" c="dimmed">
            {[host, texts.process(pid), texts.version(version)].join(' · ')}
            {' · '}
            {texts.up} <RelativeTime at={startedAt} />
          </Text>
        </div>
        {mayChange && <WorkerActions worker={worker} />}
      </div>
      <dl className={classes.gauges}>
        <Load worker={worker} />
        <Fact name={texts.heartbeat}>
          <Age at={lastSeenAt} />
        </Fact>
      </dl>
      <Text size="xs" c="dimmed">
        {texts.queues}: {queues.join(', ')} ·{' '}
        <span title={types.join(', ')}>{texts.types(types.length)}</span> ·{' '}
        <TextLink to={`/admin/tasks?worker=${encodeURIComponent(id)}`}>{texts.tasks}</TextLink>
      </Text>
      <RunningTasks tasks={running} />
    </article>
  );
}

function WorkerStatus({ worker: { quiet, stopping } }: { worker: Worker }) {
  const [color, label] = stopping
    ? ['orange', texts.stopping]
    : quiet
      ? ['yellow', texts.quiet]
      : ['teal', texts.accepting];
  return (
    <Badge color={color} variant="light" size="sm" c="var(--mantine-color-text)" tt="none">
      {label}
    </Badge>
  );
}

function Load({ worker: { id, slots, busy, cpu, heapUsed, heapMax } }: { worker: Worker }) {
  const busyText = texts.of(String(busy), String(slots));
  const memory = heapUsed === null || heapMax === null ? null : texts.of(bytes(heapUsed), bytes(heapMax));
  return (
    <>
      <Fact name={texts.slots}>
        {busyText}
        <Meter label={texts.slotsOf(id)} value={slots === 0 ? 0 : busy / slots} text={busyText} />
      </Fact>
      <Fact name={texts.cpu}>
        {cpu === null ? texts.notReported : share(cpu)}
        {cpu !== null && (
          <Meter label={texts.cpuOf(id)} value={cpu} text={share(cpu)} highFrom={NEARLY_ALL} />
        )}
      </Fact>
      <Fact name={texts.memory}>
        {memory ?? texts.notReported}
        {memory !== null && heapUsed !== null && heapMax !== null && (
          <Meter label={texts.memoryOf(id)} value={heapUsed / heapMax} text={memory} highFrom={NEARLY_ALL} />
        )}
      </Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
