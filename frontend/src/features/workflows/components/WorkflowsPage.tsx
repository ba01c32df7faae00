import { Button, Group, Progress, Text } from '@mantine/core';
import { Link } from 'react-router';
import { StateBadge } from '@/lib/tasks/StateBadge';
import { taskTexts } from '@/lib/tasks/texts';
import { PlusIcon } from '@/lib/ui/icons';
import { MoreButton } from '@/lib/ui/MoreButton';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { RelativeTime } from '@/lib/ui/time';
import { useWorkflows, type Workflow } from '../api/useWorkflows';
import { texts } from '../texts';
import classes from './Workflows.module.css';

export function WorkflowsPage() {
  return (
    <>
      <Group justify="space-between" mb="lg">
        <div>
          <PageTitle>{texts.title}</PageTitle>
          <Text c="dimmed">{texts.lead}</Text>
        </div>
        <Button component={Link} to="/workflows/new" variant="light" leftSection={<PlusIcon size={16} />}>
          {texts.create}
        </Button>
      </Group>
      <Workflows />
    </>
  );
}

function Workflows() {
  const { data, error, isPending, refetch, ...more } = useWorkflows();
  if (isPending) {
    return <Loading label={texts.loading} />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const workflows = data.pages.flatMap((page) => page.items);
  if (workflows.length === 0) {
    return <Empty title={texts.emptyTitle} text={texts.empty} />;
  }
  return (
    <>
      <ul className={classes.list} aria-label={texts.title}>
        {workflows.map((workflow) => (
          <li key={workflow.id}>
            <WorkflowRow workflow={workflow} />
          </li>
        ))}
      </ul>
      <MoreButton pages={more} />
    </>
  );
}

function WorkflowRow({ workflow }: { workflow: Workflow }) {
  const { id, name, state, progress, counts, createdAt } = workflow;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <article className={classes.row} aria-label={name}>
      <StateBadge state={state} />
      <Link to={`/workflows/${id}`} className={classes.name}>
        {name}
      </Link>
      <Text size="xs" c="dimmed">
        {texts.tasks(counts.SUCCEEDED ?? 0, all)} · <RelativeTime at={createdAt} />
      </Text>
      {state === 'RUNNING' && (
        <Progress
          value={progress * 100}
          size="sm"
          className={classes.progress}
          aria-label={taskTexts.progress(name)}
        />
      )}
    </article>
  );
}
