import { Text } from '@mantine/core';
import type { IChangeEvent } from '@rjsf/core';
import Form from '@rjsf/mantine';
import type { RJSFSchema } from '@rjsf/utils';
import { type ReactNode, useMemo, useState } from 'react';
import type { TaskType } from '@/lib/api/client';
import type { Fault } from '@/lib/api/problem';
import { ErrorSummary } from './ErrorSummary';
import { FieldsTemplate } from './FieldsTemplate';
import { InputTemplate } from './InputTemplate';
import { SelectWidget } from './SelectWidget';
import { faultsAsErrors, messageOf, messagesWithoutField, stepsOf, uiFor } from './schemaForm';
import { formTexts } from './texts';
import { validator } from './validator';

const TEMPLATES = { ObjectFieldTemplate: FieldsTemplate, BaseInputTemplate: InputTemplate };
const WIDGETS = { SelectWidget };

export type Parameters = Record<string, unknown>;

interface SchemaFormProps {
  type: TaskType;
  parameters: Parameters;
  onChange: (parameters: Parameters) => void;
  /** The server's errors. A field's errors vanish when the field changes. */
  faults: Fault[];
  onFaults: (faults: Fault[]) => void;
  onSubmit: (parameters: Parameters) => void;
  /** Further fields and the submit button. */
  children: ReactNode;
}

/** A form for the parameters of a task, drawn from the schema of its type. New task types need no code. */
export default function SchemaForm({ type, parameters, faults, ...rest }: SchemaFormProps) {
  const schema = useMemo(() => withoutHeading(type.parametersSchema as RJSFSchema), [type.parametersSchema]);
  const ui = useMemo(() => uiFor(schema), [schema]);
  const atParameters = useMemo(
    () => faultsAsErrors(faults.filter(({ pointer }) => pointer.startsWith('/parameters/'))),
    [faults],
  );

  const [invalid, setInvalid] = useState<string[]>([]);

  function change({ formData }: IChangeEvent) {
    const left = faults.filter(({ pointer }) => {
      const [part, name = ''] = stepsOf(pointer);
      return part !== 'parameters' || formData?.[name] === parameters[name];
    });
    if (left.length < faults.length) {
      rest.onFaults(left);
    }
    setInvalid([]);
    rest.onChange(formData ?? {});
  }

  return (
    <Form
      schema={schema}
      uiSchema={ui}
      validator={validator}
      templates={TEMPLATES}
      widgets={WIDGETS}
      formData={parameters}
      extraErrors={atParameters}
      onChange={change}
      onSubmit={({ formData }) => {
        setInvalid([]);
        rest.onSubmit(formData ?? {});
      }}
      onError={(errors) => setInvalid(errors.map((error) => messageOf(error, schema)))}
      liveValidate="onBlur"
      noHtml5Validate
      showErrorList={false}
      focusOnFirstError
      idPrefix="parameters"
    >
      {Object.keys(schema.properties ?? {}).length === 0 && <Text c="dimmed">{formTexts.noParameters}</Text>}
      <ErrorSummary messages={[...invalid, ...messagesWithoutField(faults, schema)]} />
      {rest.children}
    </Form>
  );
}

/** The page already shows title and description. */
function withoutHeading({ title: _title, description: _description, ...schema }: RJSFSchema): RJSFSchema {
  return schema;
}
