import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Task } from '@/lib/api/client';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json } from '@/testing/FakeServer';
import { FakeSocket } from '@/testing/FakeSocket';
import { open } from '@/testing/open';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().signedIn().on('GET /api/task-types', {
    items: [aTaskType(), aTaskType({ name: 'count_primes', title: 'Count primes' })],
  });
});

/** The server has these tasks, and returns those in the requested states. */
function has(...tasks: Task[]) {
  server.on('GET /api/tasks', (request: Request) => {
    const states = new URL(request.url).searchParams.get('state')?.split(',') ?? [];
    return json({ items: tasks.filter(({ state }) => states.includes(state)), nextCursor: null });
  });
}

async function openHome() {
  const opened = await open('/');
  await waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  act(() => FakeSocket.last.serverIsReady());
  await screen.findByRole('heading', { name: 'Hello, Ada', level: 1 });
  return opened;
}

const section = (name: string) => screen.findByRole('region', { name });

test('a new user sees task types to submit', async () => {
  has();
  const { user, router } = await openHome();
  expect(await screen.findByRole('heading', { name: 'Submit your first task' })).toBeVisible();
  await user.click(await screen.findByRole('link', { name: /^Count primes/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/submit/count_primes'));
});

test('running, waiting and finished tasks are separate, and move live', async () => {
  has(
    aTask({ id: 't-1', state: 'RUNNING', progress: 0.3 }),
    aTask({ id: 't-2', state: 'WAITING' }),
    aTask({ id: 't-3', state: 'SUCCEEDED', finishedAt: '2026-01-01T00:01:00Z' }),
  );
  await openHome();
  const running = await section('Running now');
  const finished = await section('Recently finished');
  expect(within(running).getByRole('progressbar')).toBeVisible();
  expect(within(running).getByRole('link', { name: '1 task is waiting for a worker' })).toBeVisible();
  expect(within(finished).getAllByRole('article')).toHaveLength(1);

  act(() =>
    FakeSocket.last.serverTells(
      'succeeded',
      aTask({ id: 't-1', state: 'SUCCEEDED', revision: 9, finishedAt: '2026-01-01T00:02:00Z' }),
    ),
  );
  await waitFor(() => expect(within(finished).getAllByRole('article')).toHaveLength(2));
  expect(within(finished).getAllByRole('article')[0]).toHaveAttribute('data-task', 't-1');
  expect(within(running).getByText('No tasks are running.')).toBeVisible();
});

test('recently used task types come first, and a star pins one to the top', async () => {
  has(aTask({ id: 't-7', type: 'count_primes', state: 'SUCCEEDED', finishedAt: '2026-01-01T00:01:00Z' }));
  const { user } = await openHome();
  const submit = await section('Submit');
  const titles = () =>
    within(submit)
      .getAllByRole('listitem')
      .map((item) => within(item).getAllByRole('link')[0]?.textContent);
  await waitFor(() => expect(titles()).toEqual(['Count primes', 'Reverse a text']));
  expect(within(submit).getByRole('link', { name: 'Repeat Count primes' })).toHaveAttribute(
    'href',
    '/submit/count_primes?from=t-7',
  );

  await user.click(within(submit).getByRole('button', { name: 'Pin Reverse a text to the top' }));
  expect(titles()).toEqual(['Reverse a text', 'Count primes']);
  expect(localStorage.getItem('millrace-favourites')).toBe('["reverse_string"]');
});

test('a list that fails to load says so and can be tried again', async () => {
  const { user } = await open('/');
  const again = await screen.findByRole('button', { name: 'Try again' });
  has(aTask({ state: 'RUNNING' }));
  await user.click(again);
  expect(await section('Running now')).toBeVisible();
});

test('a task that waits for its dependencies does not displace one that cannot run', async () => {
  has(
    aTask({
      id: 't-1',
      state: 'WAITING',
      blocked: true,
      notice: 'Waiting for other tasks in its workflow.',
    }),
    aTask({ id: 't-2', state: 'WAITING', notice: 'No live worker offers this task type.' }),
  );
  await openHome();
  const running = await section('Running now');
  expect(within(running).getByText('No live worker offers this task type.')).toBeVisible();
  expect(within(running).getAllByRole('article')).toHaveLength(1);
});
