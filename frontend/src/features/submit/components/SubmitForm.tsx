import '@mantine/dates/styles.css';
import { Button, Divider, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Task, TaskType } from '@/lib/api/client';
import type { Fault } from '@/lib/api/problem';
import { faultAt, faultsOf } from '@/lib/form/faults';
import { PriorityInput } from '@/lib/form/PriorityInput';
import SchemaForm, { type Parameters } from '@/lib/form/SchemaForm';
import { USUAL_PRIORITY } from '@/lib/tasks/priority';
import { QueueNotice, QueueSelect } from '@/lib/tasks/QueueSelect';
import { Failure } from '@/lib/ui/notices';
import { ownZone } from '@/lib/ui/time';
import { useSubmit } from '../api/useSubmit';
import { texts } from '../texts';
import classes from './SubmitForm.module.css';

const MAX_KEY_LENGTH = 200;

/** The form for a new task; `like` is an earlier one to start from. */
export default function SubmitForm({ type, like }: { type: TaskType; like?: Task | undefined }) {
  const navigate = useNavigate();
  const [parameters, setParameters] = useState<Parameters>(like?.parameters ?? type.example);
  const [priority, setPriority] = useState<number | string>(like?.priority ?? USUAL_PRIORITY);
  const [queue, setQueue] = useState('');
  const [runAt, setRunAt] = useState('');
  const [key, setKey] = useState('');
  const [faults, setFaults] = useState<Fault[]>([]);
  const submit = useSubmit(type.title, () => navigate('/tasks'));
  const isShownAtField = faults.some(({ pointer }) =>
    /^\/(parameters\/.|priority$|runAt$|queue$)/.test(pointer),
  );

  function send(filledIn: Parameters) {
    setFaults([]);
    const submission = {
      type: type.name,
      parameters: filledIn,
      priority: typeof priority === 'number' ? priority : USUAL_PRIORITY,
      ...(queue && { queue }),
      ...(runAt && { runAt: new Date(runAt).toISOString() }),
    };
    submit.mutate(
      { submission, key: key.trim() || undefined },
      { onError: (error) => setFaults(faultsOf(error)) },
    );
  }

  return (
    <div className={classes.form}>
      <SchemaForm
        type={type}
        parameters={parameters}
        onChange={setParameters}
        faults={faults}
        onFaults={setFaults}
        onSubmit={send}
      >
        <Divider my="lg" label={texts.form.options} labelPosition="left" />
        <div className={classes.options}>
          <PriorityInput value={priority} onChange={setPriority} error={faultAt(faults, '/priority')} />
          <QueueSelect type={type} value={queue} onChange={setQueue} error={faultAt(faults, '/queue')} />
          <TextInput
            type="datetime-local"
            label={texts.form.runAt}
            description={texts.form.runAtHelp(ownZone)}
            value={runAt}
            onChange={(event) => setRunAt(event.currentTarget.value)}
            error={faultAt(faults, '/runAt')}
          />
          <TextInput
            label={texts.form.key}
            description={texts.form.keyHelp}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            maxLength={MAX_KEY_LENGTH}
            spellCheck={false}
            autoComplete="off"
          />
        </div>
        <QueueNotice type={type} queue={queue} />
        {submit.isError && !isShownAtField && (
          <div className={classes.failure}>
            <Failure error={submit.error} title={texts.form.rejected} />
          </div>
        )}
        <Button type="submit" size="md" mt="lg" loading={submit.isPending} className={classes.send}>
          {texts.form.send}
        </Button>
      </SchemaForm>
    </div>
  );
}
