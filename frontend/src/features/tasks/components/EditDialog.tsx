import '@mantine/dates/styles.css';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Task, TaskType } from '@/lib/api/client';
import type { Fault } from '@/lib/api/problem';
import { faultsOf } from '@/lib/form/faults';
import SchemaForm, { type Parameters } from '@/lib/form/SchemaForm';
import { formTexts } from '@/lib/form/texts';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypes } from '@/lib/tasks/useTaskTypes';
import { Failure, Loading } from '@/lib/ui/notices';
import { uiTexts } from '@/lib/ui/texts';
import { useOneTask } from '../api/useOneTask';
import { useTaskChanges } from '../api/useTaskChanges';
import { texts } from '../texts';

interface EditDialogProps {
  task: Task;
  title: string;
  onClose: () => void;
}

/** Retries a task with other parameters. */
export default function EditDialog({ task, title, onClose }: EditDialogProps) {
  const types = useTaskTypes();
  const whole = useOneTask(task.id);
  const type = types.data?.find(({ name }) => name === task.type);
  const error = types.error ?? whole.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.actions.editTitle(title)}
      size="lg"
      closeButtonProps={{ 'aria-label': uiTexts.close }}
    >
      {(types.isPending || whole.isPending) && <Loading label={formTexts.loadingForm} />}
      {error && <Failure error={error} />}
      {types.data && !type && <Text>{taskTexts.unknownType}</Text>}
      {type && whole.data && <Edit task={whole.data} type={type} onClose={onClose} />}
    </Modal>
  );
}

function Edit({ task, type, onClose }: { task: Task; type: TaskType; onClose: () => void }) {
  const [parameters, setParameters] = useState<Parameters>(task.parameters ?? {});
  const [faults, setFaults] = useState<Fault[]>([]);
  const changes = useTaskChanges(task);
  const retry = useMutation({
    mutationFn: changes.retry,
    onMutate: () => setFaults([]),
    onError: (error) => setFaults(faultsOf(error)),
    onSuccess: onClose,
  });
  return (
    <SchemaForm
      type={type}
      parameters={parameters}
      onChange={setParameters}
      faults={faults}
      onFaults={setFaults}
      onSubmit={(filledIn) => retry.mutate(filledIn)}
    >
      {retry.isError && !faults.some(({ pointer }) => pointer.startsWith('/parameters/')) && (
        <Failure error={retry.error} />
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {uiTexts.back}
        </Button>
        <Button type="submit" loading={retry.isPending}>
          {texts.actions.editNow}
        </Button>
      </Group>
    </SchemaForm>
  );
}
