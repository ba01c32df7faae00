import { Anchor, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import { StateBadge } from '@/lib/tasks/StateBadge';
import { taskTexts } from '@/lib/tasks/texts';
import { Confirm } from '@/lib/ui/Confirm';
import { BackIcon } from '@/lib/ui/icons';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { PageTitle } from '@/lib/ui/PageTitle';
import { uiTexts } from '@/lib/ui/texts';
import { useWorkflow, useWorkflowChanges, type WorkflowDetail } from '../api/useWorkflows';
import { texts } from '../texts';
import { Graph } from './Graph';
import { NodeNotices } from './NodeNotices';

export function WorkflowPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useWorkflow(id);
  if (isPending) {
    return <Loading label={texts.loading} />;
  }
  if (data) {
    return <Detail workflow={data} />;
  }
  if (error instanceof ApiProblem && error.status === 404) {
    return <Empty title={texts.missingTitle} text={uiTexts.missing} />;
  }
  return <Failure error={error} onRetry={() => void refetch()} />;
}

function Detail({ workflow }: { workflow: WorkflowDetail }) {
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} to="/workflows" size="sm" c="var(--mill-accent)">
          <BackIcon size={14} /> {texts.title}
        </Anchor>
        <Group justify="space-between" mt="xs">
          <Group gap="sm">
            <PageTitle>{workflow.name}</PageTitle>
            <StateBadge state={workflow.state} />
          </Group>
          <Actions workflow={workflow} />
        </Group>
      </div>
      {workflow.state === 'RUNNING' && (
        <Progress value={workflow.progress * 100} size="sm" aria-label={taskTexts.progress(workflow.name)} />
      )}
      <Graph tasks={workflow.tasks} />
      <NodeNotices tasks={workflow.tasks} />
      <Text size="sm" c="dimmed">
        {texts.legend}
      </Text>
    </Stack>
  );
}

function Actions({ workflow }: { workflow: WorkflowDetail }) {
  const [cancelling, setCancelling] = useState(false);
  const changes = useWorkflowChanges(workflow.id);
  const retry = useMutation({ mutationFn: changes.retry, onError: notifyFailure });
  const hasFailed = workflow.tasks.some(({ state }) => state === 'FAILED' || state === 'CANCELLED');
  return (
    <Group gap="xs">
      {workflow.state === 'RUNNING' && (
        <Button size="xs" variant="default" onClick={() => setCancelling(true)}>
          {uiTexts.cancel}
        </Button>
      )}
      {workflow.state !== 'RUNNING' && hasFailed && (
        <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          {texts.retry}
        </Button>
      )}
      {cancelling && (
        <Confirm
          title={uiTexts.cancelTitle(workflow.name)}
          action={texts.cancelNow}
          danger
          onConfirm={changes.cancel}
          onClose={() => setCancelling(false)}
        >
          <Text size="sm">{texts.cancelText}</Text>
        </Confirm>
      )}
    </Group>
  );
}
