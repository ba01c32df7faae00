import { Alert, Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useParams } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { BackIcon, InfoIcon } from '@/lib/ui/icons';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import { uiTexts } from '@/lib/ui/texts';
import { ExactTime, RelativeTime } from '@/lib/ui/time';
import { type ScheduleDetail, useSchedule } from '../api/useSchedules';
import { texts } from '../texts';
import { NextRuns } from './NextRuns';
import { ScheduleActions } from './ScheduleActions';
import classes from './Schedules.module.css';

/** A schedule with its next runs and the outcomes of its recent ones. */
export function SchedulePage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useSchedule(id);
  if (isPending) {
    return <Loading label={texts.loading} />;
  }
  if (data) {
    return <Detail schedule={data} />;
  }
  if (error instanceof ApiProblem && error.status === 404) {
    return <Empty title={texts.missingTitle} text={uiTexts.missing} />;
  }
  return <Failure error={error} onRetry={() => void refetch()} />;
}

function Detail({ schedule }: { schedule: ScheduleDetail }) {
  const navigate = useNavigate();
  const typeTitle = useTaskTypeTitle()(schedule.type);
  const { name, description, cron, timeZone, paused, nextRuns, runs, notice } = schedule;
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} to="/schedules" size="sm" c="var(--mill-accent)" className={classes.back}>
          <BackIcon size={16} />
          {texts.title}
        </Anchor>
        <Group justify="space-between" mt="xs">
          <Group gap="sm">
            <PageTitle>{name}</PageTitle>
            {paused && (
              <Badge color="gray" variant="light" c="var(--mantine-color-text)" tt="none">
                {texts.paused}
              </Badge>
            )}
          </Group>
          <ScheduleActions schedule={schedule} onDeleted={() => void navigate('/schedules')} />
        </Group>
        <Text mt={4}>{description}</Text>
        <Text size="sm" c="dimmed">
          {typeTitle} · <code>{cron}</code> · {timeZone}
        </Text>
        {notice && (
          <Alert color="yellow" role="note" icon={<InfoIcon />} mt="md" py="xs">
            {withCurlyQuotes(notice)}
          </Alert>
        )}
      </div>
      <div className={classes.columns}>
        <Paper component="section" className={classes.card} aria-labelledby="schedule-runs">
          <Stack gap="sm" w="100%">
            <Title order={2} size="h6" id="schedule-runs">
              {texts.lastRuns}
            </Title>
            {runs.length === 0 && (
              <Text size="sm" c="dimmed">
                {texts.noRuns}
              </Text>
            )}
            <ol className={classes.history}>
              {runs.map((run) => (
                <Run key={run.number} run={run} />
              ))}
            </ol>
          </Stack>
        </Paper>
        <section className={classes.preview} aria-labelledby="schedule-next">
          <Title order={2} size="h6" id="schedule-next">
            {texts.nextRuns}
          </Title>
          {nextRuns.length === 0 && (
            <Text size="sm" c="dimmed" mt="xs">
              {texts.noNextRuns}
            </Text>
          )}
          <NextRuns times={nextRuns} />
        </section>
      </div>
    </Stack>
  );
}

function Run({ run: { kind, dueAt, taskId, note } }: { run: ScheduleDetail['runs'][number] }) {
  return (
    <li data-kind={kind}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          <ExactTime at={dueAt} />
        </Text>
        <Text size="sm" c={kind === 'REJECTED' ? 'var(--mantine-color-error)' : 'dimmed'}>
          {texts.kinds[kind]}
        </Text>
      </Group>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          <RelativeTime at={dueAt} />
          {note && ` · ${note}`}
        </Text>
        {taskId && (
          <Anchor component={Link} to={`/tasks/${taskId}`} size="sm" c="var(--mill-accent)">
            {texts.showTask}
          </Anchor>
        )}
      </Group>
    </li>
  );
}
