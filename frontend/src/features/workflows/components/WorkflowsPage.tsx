import { Button, Group, Progress, Text } from '@mantine/core';
import { Link } from 'react-router';
import { StateBadge } from '@/lib/tasks/StateBadge';
import { texts } from '@/lib/texts';
import { PlusIcon } from '@/lib/ui/icons';
import { MoreButton } from '@/lib/ui/MoreButton';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { RelativeTime } from '@/lib/ui/time';
import { useWorkflows, type Workflow } from '../api/useWorkflows';
import classes from './Workflows.module.css';

export function WorkflowsPage() {
  return (
    <>
      <Group justify="space-between" mb="lg">
        <div>
          <PageTitle>{texts.workflows.title}</PageTitle>
          <Text c="dimmed">{texts.workflows.lead}</Text>
        </div>
        <Button component={Link} to="/workflows/new" variant="light" leftSection={<PlusIcon size={16} />}>
          {texts.workflows.create}
        </Button>
      </Group>
      <Workflows />
    </>
  );
}

function Workflows() {
  const { data, error, isPending, refetch, ...more } = useWorkflows();
  if (isPending) {
    return <Loading label={texts.workflows.loading} />;
  }
  if (!data) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const workflows = data.pages.flatMap((page) => page.items);
  if (workflows.length === 0) {
    return <Empty title={texts.workflows.emptyTitle} text={texts.workflows.empty} />;
  }
  return (
    <>
      <ul className={classes.list} aria-label={texts.workflows.title}>
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
        {texts.workflows.tasks(counts.SUCCEEDED ?? 0, all)} · <RelativeTime at={createdAt} />
      </Text>
      {state === 'RUNNING' && (
        <Progress
          value={progress * 100}
          size="sm"
          className={classes.progress}
          aria-label={texts.tasks.progress(name)}
        />
      )}
    </article>
  );
}
