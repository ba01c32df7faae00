import '@mantine/dates/styles.css';
import { Button, Divider, NativeSelect, TextInput } from '@mantine/core';
import { type Dispatch, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TaskType } from '@/lib/api/client';
import type { Fault } from '@/lib/api/problem';
import { faultAt, faultsOf } from '@/lib/form/faults';
import SchemaForm, { type Parameters } from '@/lib/form/SchemaForm';
import { USUAL_PRIORITY } from '@/lib/tasks/priority';
import { QueueNotice, QueueSelect } from '@/lib/tasks/QueueSelect';
import { Failure } from '@/lib/ui/notices';
import { ownZone } from '@/lib/ui/time';
import { type NewSchedule, type Schedule, useSaveSchedule } from '../api/useSchedules';
import { texts } from '../texts';
import { Preview } from './Preview';
import classes from './Schedules.module.css';

const ZONES = [...new Set([ownZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
const AT_FIELDS = /^\/(parameters\/.|name$|cron$|timeZone$|queue$)/;

type Plan = Pick<NewSchedule, 'name' | 'cron' | 'timeZone' | 'overlap' | 'missed'>;

/** The form for a new schedule or for changes to an existing one. */
export default function ScheduleForm({ type, schedule }: { type: TaskType; schedule?: Schedule }) {
  const navigate = useNavigate();
  const [plan, setPlan] = useState<Plan>(schedule ? planOf(schedule) : newPlan(type));
  const [parameters, setParameters] = useState<Parameters>(schedule?.parameters ?? type.example);
  const [queue, setQueue] = useState(schedule?.queue ?? '');
  const [faults, setFaults] = useState<Fault[]>([]);
  const save = useSaveSchedule(schedule?.id, ({ id }) =>
    navigate(schedule ? `/schedules/${id}` : '/schedules'),
  );

  function send(filledIn: Parameters) {
    setFaults([]);
    save.mutate(
      { ...hiddenFieldsOf(schedule), ...plan, queue: queue || null, type: type.name, parameters: filledIn },
      { onError: (error) => setFaults(faultsOf(error)) },
    );
  }

  return (
    <div className={classes.columns}>
      <div className={classes.form}>
        <PlanFields plan={plan} onChange={setPlan} faults={faults} />
        <QueueSelect type={type} value={queue} onChange={setQueue} error={faultAt(faults, '/queue')} />
        <QueueNotice type={type} queue={queue} />
        <Divider my="lg" label={texts.parameters} labelPosition="left" />
        <SchemaForm
          type={type}
          parameters={parameters}
          onChange={setParameters}
          faults={faults}
          onFaults={setFaults}
          onSubmit={send}
        >
          {save.isError && !faults.some(({ pointer }) => AT_FIELDS.test(pointer)) && (
            <Failure error={save.error} />
          )}
          <Button type="submit" mt="lg" loading={save.isPending}>
            {schedule ? texts.save : texts.createNow}
          </Button>
        </SchemaForm>
      </div>
      <Preview cron={plan.cron} timeZone={plan.timeZone ?? ownZone} />
    </div>
  );
}

function newPlan(type: TaskType): Plan {
  return {
    name: type.title,
    cron: '0 9 * * MON-FRI',
    timeZone: ownZone,
    overlap: 'SKIP',
    missed: 'RUN_ONCE',
  };
}

function planOf({ name, cron, timeZone, overlap, missed }: Schedule): Plan {
  return { name, cron, timeZone, overlap, missed };
}

/** Fields that the form does not show and must not change. */
function hiddenFieldsOf(schedule: Schedule | undefined) {
  if (!schedule) {
    return { priority: USUAL_PRIORITY };
  }
  const { priority, timeoutSeconds, maxAttempts } = schedule;
  return { priority, timeoutSeconds, maxAttempts };
}

interface PlanFieldsProps {
  plan: Plan;
  onChange: Dispatch<Plan>;
  faults: Fault[];
}

function PlanFields({ plan, onChange, faults }: PlanFieldsProps) {
  return (
    <div className={classes.fields}>
      <TextInput
        label={texts.name}
        value={plan.name}
        onChange={(event) => onChange({ ...plan, name: event.currentTarget.value })}
        error={faultAt(faults, '/name')}
      />
      <TextInput
        label={texts.cron}
        description={texts.cronHelp}
        value={plan.cron}
        onChange={(event) => onChange({ ...plan, cron: event.currentTarget.value })}
        error={faultAt(faults, '/cron')}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <NativeSelect
        label={texts.timeZone}
        data={ZONES}
        value={plan.timeZone}
        onChange={(event) => onChange({ ...plan, timeZone: event.currentTarget.value })}
        error={faultAt(faults, '/timeZone')}
      />
      <NativeSelect
        label={texts.overlap}
        data={texts.overlaps}
        value={plan.overlap}
        onChange={(event) =>
          onChange({ ...plan, overlap: event.currentTarget.value as NonNullable<Plan['overlap']> })
        }
      />
      <NativeSelect
        label={texts.missed}
        data={texts.misses}
        value={plan.missed}
        onChange={(event) =>
          onChange({ ...plan, missed: event.currentTarget.value as NonNullable<Plan['missed']> })
        }
      />
    </div>
  );
}
