import { Skeleton, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useMe } from '@/lib/session/useMe';
import { Failure } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { type CurrentTasks, useCurrentTasks } from '../api/useCurrentTasks';
import { texts } from '../texts';
import { FinishedTask } from './FinishedTask';
import classes from './Home.module.css';
import { NewHere } from './NewHere';
import { QuickSubmit } from './QuickSubmit';
import { RunningTask } from './RunningTask';
import { WaitingTask } from './WaitingTask';

const SHOWN = { running: 6, stuck: 3, finished: 8 };

/** The home page: running, waiting and recently finished tasks, and quick ways to submit the next. */
export function Home() {
  const { data: me } = useMe();
  const { tasks, error, refetch } = useCurrentTasks();
  return (
    <>
      <PageTitle>{me ? texts.title(me.firstName || me.username) : texts.titleAnonymous}</PageTitle>
      {!tasks && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!tasks && !error && <Placeholder />}
      {tasks && (isNew(tasks) ? <NewHere /> : <Current tasks={tasks} />)}
    </>
  );
}

function isNew({ running, waiting, finished }: CurrentTasks): boolean {
  return running.tasks.length + waiting.tasks.length + finished.length === 0;
}

function Current({ tasks }: { tasks: CurrentTasks }) {
  const { running, waiting, finished } = tasks;
  const stuck = waiting.tasks.filter(({ notice, blocked }) => notice && !blocked);
  const recent = [...running.tasks, ...waiting.tasks, ...finished];
  return (
    <>
      <Text c="dimmed" mb="lg">
        {texts.lead(running.tasks.length, waiting.tasks.length)}
      </Text>
      <div className={classes.columns}>
        <div className={classes.main}>
          <section aria-labelledby="home-running">
            <div className={classes.heading}>
              <Title order={2} size="h5" id="home-running">
                {texts.running}
              </Title>
              {running.tasks.length > SHOWN.running && (
                <More to="/tasks?state=RUNNING" label={texts.allRunning(amount(running))} />
              )}
            </div>
            <div className={classes.panel}>
              {running.tasks.length === 0 && (
                <Text size="sm" c="dimmed" p="md">
                  {texts.nothingRuns}
                </Text>
              )}
              <ul className={classes.list}>
                {running.tasks.slice(0, SHOWN.running).map((task) => (
                  <li key={task.id}>
                    <RunningTask task={task} />
                  </li>
                ))}
                {stuck.slice(0, SHOWN.stuck).map((task) => (
                  <li key={task.id}>
                    <WaitingTask task={task} />
                  </li>
                ))}
              </ul>
              {waiting.tasks.length > 0 && (
                <Link to="/tasks?state=WAITING,QUEUED" className={classes.waiting}>
                  {texts.waiting(amount(waiting))}
                </Link>
              )}
            </div>
          </section>
          <section aria-labelledby="home-finished">
            <div className={classes.heading}>
              <Title order={2} size="h5" id="home-finished">
                {texts.finished}
              </Title>
              <More to="/tasks" label={texts.allTasks} />
            </div>
            <div className={classes.panel}>
              {finished.length === 0 && (
                <Text size="sm" c="dimmed" p="md">
                  {texts.nothingFinished}
                </Text>
              )}
              <ul className={classes.list}>
                {finished.slice(0, SHOWN.finished).map((task) => (
                  <li key={task.id}>
                    <FinishedTask task={task} />
                  </li>
                ))}
              </ul>
            </div>
          </section>
        </div>
        <QuickSubmit recent={recent} />
      </div>
    </>
  );
}

function More({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className={classes.more}>
      {label}
    </Link>
  );
}

function amount({ tasks, more }: CurrentTasks['running']): string {
  return `${tasks.length.toLocaleString('en')}${more ? '+' : ''}`;
}

function Placeholder() {
  return (
    <div className={classes.columns} role="status" aria-label={texts.loading}>
      <div className={classes.main}>
        <Skeleton height={148} radius="lg" mt={56} />
        <Skeleton height={280} radius="lg" />
      </div>
      <Skeleton height={360} radius="lg" mt={56} />
    </div>
  );
}
