import { Badge, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { adminTexts } from '@/lib/adminTexts';
import { useRoles } from '@/lib/session/useRoles';
import { RelativeTime } from '@/lib/ui/time';
import { Age } from '../parts/Age';
import { bytes, share } from '../parts/figures';
import { Meter } from '../parts/Meter';
import { TextLink } from '../parts/TextLink';
import { RunningTasks } from './RunningTasks';
import type { Worker } from './useWorkers';
import { WorkerActions } from './WorkerActions';
import classes from './Workers.module.css';

const words = adminTexts.workers;
const NEARLY_ALL = 0.9;

/** One worker process: what it is, how it is, what it does. */
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
            <Mood worker={worker} />
          </Group>
          <Text size="xs" c="dimmed">
            {[host, words.process(pid), words.version(version)].join(' · ')}
            {' · '}
            {words.up} <RelativeTime at={startedAt} />
          </Text>
        </div>
        {mayChange && <WorkerActions worker={worker} />}
      </div>
      <dl className={classes.gauges}>
        <Load worker={worker} />
        <Fact name={words.beat}>
          <Age at={lastSeenAt} />
        </Fact>
      </dl>
      <Text size="xs" c="dimmed">
        {words.queues}: {queues.join(', ')} ·{' '}
        <span title={types.join(', ')}>{words.types(types.length)}</span> ·{' '}
        <TextLink to={`/admin/tasks?worker=${encodeURIComponent(id)}`}>{words.tasks}</TextLink>
      </Text>
      <RunningTasks tasks={running} />
    </article>
  );
}

function Mood({ worker: { quiet, stopping } }: { worker: Worker }) {
  const [color, label] = stopping
    ? ['orange', words.stopping]
    : quiet
      ? ['yellow', words.quiet]
      : ['teal', words.taking];
  return (
    <Badge color={color} variant="light" size="sm" c="var(--mantine-color-text)" tt="none">
      {label}
    </Badge>
  );
}

function Load({ worker: { id, slots, busy, cpu, heapUsed, heapMax } }: { worker: Worker }) {
  const busyText = words.of(String(busy), String(slots));
  const memory = heapUsed === null || heapMax === null ? null : words.of(bytes(heapUsed), bytes(heapMax));
  return (
    <>
      <Fact name={words.slots}>
        {busyText}
        <Meter label={words.slotsOf(id)} value={slots === 0 ? 0 : busy / slots} text={busyText} />
      </Fact>
      <Fact name={words.cpu}>
        {cpu === null ? words.untold : share(cpu)}
        {cpu !== null && (
          <Meter label={words.cpuOf(id)} value={cpu} text={share(cpu)} highFrom={NEARLY_ALL} />
        )}
      </Fact>
      <Fact name={words.memory}>
        {memory ?? words.untold}
        {memory !== null && heapUsed !== null && heapMax !== null && (
          <Meter label={words.memoryOf(id)} value={heapUsed / heapMax} text={memory} highFrom={NEARLY_ALL} />
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
