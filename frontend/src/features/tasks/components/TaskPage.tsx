import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { TaskDetail } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import { isCancelling, StateBadge } from '@/lib/tasks/StateBadge';
import { TaskProgress } from '@/lib/tasks/TaskProgress';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { type Fact, Facts } from '@/lib/ui/Facts';
import { BackIcon } from '@/lib/ui/icons';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { Panel } from '@/lib/ui/Panel';
import { uiTexts } from '@/lib/ui/texts';
import { ExactTime } from '@/lib/ui/time';
import { PLACE, useScope } from '../api/scope';
import { useOneTask } from '../api/useOneTask';
import { texts } from '../texts';
import { Attempts } from './Attempts';
import { attemptsOf } from './attempts';
import { TaskActions } from './TaskActions';
import { TaskError } from './TaskError';
import { TaskLog } from './TaskLog';
import { TaskNotices } from './TaskNotices';
import classes from './TaskPage.module.css';
import { TaskResult } from './TaskResult';
import { Timeline } from './Timeline';
import { ValueCard } from './ValueCard';

export function TaskPage() {
  const { id = '' } = useParams();
  const { data: task, error, isPending, refetch } = useOneTask(id);
  if (isPending) {
    return <Loading label={texts.detail.loading} />;
  }
  if (task) {
    return <Detail task={task} />;
  }
  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <Empty title={texts.detail.missingTitle} text={uiTexts.missing}>
        <Button component={Link} to="/" variant="light">
          {uiTexts.failure.home}
        </Button>
      </Empty>
    );
  }
  return <Failure error={error} onRetry={() => void refetch()} />;
}

function Detail({ task }: { task: TaskDetail }) {
  const title = useTaskTypeTitle()(task.type);
  const scope = useScope();
  const log = task.timeline.filter(({ kind }) => kind === 'log');
  const attempts = attemptsOf(task.timeline);
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} to={PLACE[scope]} size="sm" c="var(--mill-accent)" className={classes.back}>
          <BackIcon size={16} />
          {scope === 'mine' ? texts.detail.back : texts.admin.tasks}
        </Anchor>
        <Group justify="space-between" mt="xs">
          <Group gap="sm">
            <PageTitle>{title}</PageTitle>
            <StateBadge state={task.state} cancelling={isCancelling(task)} />
          </Group>
          <TaskActions task={task} title={title} />
        </Group>
      </div>
      <div className={classes.columns}>
        <Stack gap="lg" className={classes.main}>
          {task.state === 'RUNNING' && (
            <Paper withBorder p="md" className={classes.panel}>
              <TaskProgress task={task} title={title} />
            </Paper>
          )}
          <TaskNotices task={task} />
          {task.error && (
            <Panel title={texts.detail.error}>
              <TaskError error={task.error} />
            </Panel>
          )}
          <Panel title={texts.detail.result}>
            {task.state === 'SUCCEEDED' ? (
              <TaskResult task={task} />
            ) : (
              <Text size="sm" c="dimmed">
                {task.finishedAt ? texts.detail.noResult : texts.detail.noResultYet}
              </Text>
            )}
          </Panel>
          {log.length > 0 && (
            <Panel title={texts.detail.log}>
              <TaskLog lines={log} />
            </Panel>
          )}
          {(attempts.length > 1 || attempts.some(({ error }) => error)) && (
            <Panel title={texts.detail.attempts}>
              <Attempts attempts={attempts} />
            </Panel>
          )}
          <Panel title={texts.detail.parameters}>
            <ValueCard
              value={task.parameters ?? {}}
              fileName={`${task.type}-parameters`}
              label={texts.detail.parameters}
            />
          </Panel>
        </Stack>
        <Stack gap="lg">
          <Panel title={texts.detail.facts}>
            <Facts facts={factsOf(task)} />
          </Panel>
          <Panel title={texts.detail.timeline}>
            <Timeline entries={task.timeline.filter(({ kind }) => kind !== 'log')} />
          </Panel>
        </Stack>
      </div>
    </Stack>
  );
}

function factsOf(task: TaskDetail): Fact[] {
  return [
    [texts.detail.id, <code key="id">{task.id}</code>],
    [texts.detail.owner, task.ownerName],
    [texts.detail.queue, task.queue],
    [texts.detail.priority, task.priority],
    [texts.detail.attempt, `${task.attempt} / ${task.maxAttempts}`],
    [
      texts.detail.workflow,
      task.workflow && (
        <Anchor
          key="workflow"
          component={Link}
          to={`/workflows/${task.workflow}`}
          size="sm"
          c="var(--mill-accent)"
        >
          {texts.detail.showWorkflow}
        </Anchor>
      ),
    ],
    [texts.detail.worker, task.worker],
    [texts.detail.submitted, <ExactTime key="submitted" at={task.createdAt} seconds />],
    [texts.detail.notBefore, task.runAt && <ExactTime key="runAt" at={task.runAt} seconds />],
    [texts.detail.started, task.startedAt && <ExactTime key="started" at={task.startedAt} seconds />],
    [texts.detail.finished, task.finishedAt && <ExactTime key="finished" at={task.finishedAt} seconds />],
  ];
}
