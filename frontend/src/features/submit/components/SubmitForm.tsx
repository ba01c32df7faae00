import '@mantine/dates/styles.css';
import { Button, Divider, NumberInput, Text, TextInput } from '@mantine/core';
import type { IChangeEvent } from '@rjsf/core';
import Form from '@rjsf/mantine';
import type { RJSFSchema } from '@rjsf/utils';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TaskType } from '../../../lib/api/client';
import { ApiProblem, type Fault } from '../../../lib/api/problem';
import { asSentence, texts } from '../../../lib/texts';
import { Failure } from '../../../lib/ui/notices';
import { ownZone } from '../../../lib/ui/time';
import { useSubmit } from '../api/useSubmit';
import { FieldsTemplate } from '../form/FieldsTemplate';
import { InputTemplate } from '../form/InputTemplate';
import { faultsAsErrors, stepsOf, uiFor } from '../form/schemaForm';
import { validator } from '../form/validator';
import classes from './SubmitForm.module.css';

const TEMPLATES = { ObjectFieldTemplate: FieldsTemplate, BaseInputTemplate: InputTemplate };
const shownAtTheFields = () => undefined;
const USUAL_PRIORITY = 5;

/** A form drawn from the task type's own schema: a new task type needs nothing here. */
export default function SubmitForm({ type }: { type: TaskType }) {
  const navigate = useNavigate();
  const [parameters, setParameters] = useState<Record<string, unknown>>(type.example);
  const [priority, setPriority] = useState<number | string>(USUAL_PRIORITY);
  const [runAt, setRunAt] = useState('');
  const [faults, setFaults] = useState<Fault[]>([]);
  const submit = useSubmit(type.title, () => navigate('/tasks'));

  const schema = useMemo(() => withoutHeading(type.parametersSchema as RJSFSchema), [type.parametersSchema]);
  const ui = useMemo(() => uiFor(schema), [schema]);
  const atParameters = useMemo(
    () => faultsAsErrors(faults.filter(({ pointer }) => pointer.startsWith('/parameters/'))),
    [faults],
  );
  const isShownAtField = faults.some(({ pointer }) => /^\/(parameters\/.|priority$|runAt$)/.test(pointer));

  function change({ formData }: IChangeEvent) {
    setFaults((before) =>
      before.filter(({ pointer }) => {
        const [part, name = ''] = stepsOf(pointer);
        return part !== 'parameters' || formData?.[name] === parameters[name];
      }),
    );
    setParameters(formData ?? {});
  }

  function send({ formData }: IChangeEvent) {
    setFaults([]);
    submit.mutate(
      {
        type: type.name,
        parameters: formData ?? {},
        priority: typeof priority === 'number' ? priority : USUAL_PRIORITY,
        ...(runAt && { runAt: new Date(runAt).toISOString() }),
      },
      { onError: (error) => setFaults(error instanceof ApiProblem ? (error.problem.errors ?? []) : []) },
    );
  }

  function faultAt(pointer: string) {
    const fault = faults.find((one) => one.pointer === pointer);
    return fault && asSentence(fault.detail);
  }

  return (
    <div className={classes.form}>
      <Form
        schema={schema}
        uiSchema={ui}
        validator={validator}
        templates={TEMPLATES}
        formData={parameters}
        extraErrors={atParameters}
        onChange={change}
        onSubmit={send}
        onError={shownAtTheFields}
        liveValidate="onBlur"
        noHtml5Validate
        showErrorList={false}
        focusOnFirstError
        idPrefix="parameters"
      >
        {Object.keys(schema.properties ?? {}).length === 0 && (
          <Text c="dimmed">{texts.submit.noParameters}</Text>
        )}
        <Divider my="lg" label={texts.submit.options} labelPosition="left" />
        <div className={classes.options}>
          <NumberInput
            label={texts.submit.priority}
            description={texts.submit.priorityHelp}
            min={0}
            max={9}
            allowDecimal={false}
            value={priority}
            onChange={setPriority}
            error={faultAt('/priority')}
          />
          <TextInput
            type="datetime-local"
            label={texts.submit.runAt}
            description={texts.submit.runAtHelp(ownZone)}
            value={runAt}
            onChange={(event) => setRunAt(event.currentTarget.value)}
            error={faultAt('/runAt')}
          />
        </div>
        {submit.isError && !isShownAtField && (
          <div className={classes.failure}>
            <Failure error={submit.error} title={texts.submit.refused} />
          </div>
        )}
        <Button type="submit" size="md" mt="lg" loading={submit.isPending} className={classes.send}>
          {texts.submit.send}
        </Button>
      </Form>
    </div>
  );
}

/** The page has said already what the form is about. */
function withoutHeading({ title: _title, description: _description, ...schema }: RJSFSchema): RJSFSchema {
  return schema;
}
