import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { faultsOf } from '@/lib/form/faults';
import { asSentence } from '@/lib/form/texts';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { BackIcon } from '@/lib/ui/icons';
import { Failure } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { useSubmitWorkflow, type Workflow } from '../api/useWorkflows';
import { texts } from '../texts';
import { EXAMPLE, faultsIn } from './definition';
import { Graph } from './Graph';
import { JsonEditor, type LineFault } from './JsonEditor';
import { JsonSyntaxError, lineOf, parseJson } from './jsonLines';
import classes from './NewWorkflow.module.css';
import { previewOf } from './preview';

/** Submits a workflow written as JSON. The preview draws its graph during typing. */
export function NewWorkflow() {
  const navigate = useNavigate();
  const { data: types } = useTaskTypes();
  const [text, setText] = useState(() => JSON.stringify(EXAMPLE, null, 2));
  const [rejected, setRejected] = useState<LineFault[]>([]);
  const submit = useSubmitWorkflow(({ id }: Workflow) => navigate(`/workflows/${id}`));
  const names = useMemo(() => types?.map(({ name }) => name), [types]);
  const { value, faults } = useMemo(() => checked(text, names), [text, names]);
  const preview = useMemo(() => previewOf(value), [value]);

  function change(written: string) {
    setText(written);
    setRejected([]);
    submit.reset();
  }

  function send(event: FormEvent) {
    event.preventDefault();
    if (faults.length > 0) {
      return;
    }
    const { lines } = parseJson(text);
    submit.mutate(value, {
      onError: (error) =>
        setRejected(
          faultsOf(error).map(({ pointer, detail }) => ({
            line: lineOf(pointer, lines),
            message: texts.at(pointer, asSentence(detail)),
          })),
        ),
    });
  }

  return (
    <>
      <Anchor component={Link} to="/workflows" size="sm" c="var(--mill-accent)" className={classes.back}>
        <BackIcon size={16} />
        {texts.title}
      </Anchor>
      <PageTitle mt="xs">{texts.create}</PageTitle>
      <Text c="dimmed" mb="lg" maw={720}>
        {texts.createLead}
      </Text>
      <form onSubmit={send} className={classes.columns}>
        <div>
          <JsonEditor
            label={texts.description}
            value={text}
            onChange={change}
            faults={[...faults, ...rejected]}
          />
          {submit.isError && rejected.length === 0 && <Failure error={submit.error} />}
          <Group mt="md">
            <Button type="submit" loading={submit.isPending} disabled={faults.length > 0}>
              {texts.send}
            </Button>
          </Group>
        </div>
        <div>
          <Title order={2} size="h6" mb="xs">
            {texts.preview}
          </Title>
          {preview.length > 0 ? (
            <Graph tasks={preview} />
          ) : (
            <Text size="sm" c="dimmed">
              {texts.noPreview}
            </Text>
          )}
        </div>
      </form>
    </>
  );
}

function checked(text: string, types: string[] | undefined): { value: unknown; faults: LineFault[] } {
  try {
    const { value, lines } = parseJson(text);
    const faults = faultsIn(value, types).map(({ pointer, detail }) => ({
      line: lineOf(pointer, lines),
      message: texts.at(pointer, detail),
    }));
    return { value, faults };
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      return { value: null, faults: [{ line: error.line, message: error.message }] };
    }
    throw error;
  }
}
