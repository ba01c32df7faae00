import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json } from '@/testing/FakeServer';
import { FakeSocket } from '@/testing/FakeSocket';
import { open } from '@/testing/open';

const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/tasks', { items: [aTask({ revision: 2 })], nextCursor: null });
});

async function openLive(route = '/tasks') {
  const opened = await open(route);
  await waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  act(() => FakeSocket.last.serverIsReady());
  await screen.findByRole('status', { name: 'Connection: Live' });
  return opened;
}

const theTask = () => screen.findByRole('article', { name: 'Reverse a text' });

test('events move a task without another request', async () => {
  await openLive();
  expect(within(await theTask()).getByText('Waiting')).toBeVisible();
  await waitFor(() => expect(server.called('GET /api/tasks').length).toBeGreaterThan(0));
  const requests = server.calls.length;

  act(() =>
    FakeSocket.last.serverTells(
      'progress',
      aTask({ revision: 4, state: 'RUNNING', progress: 0.4, progressMessage: 'row 4 of 10' }),
    ),
  );
  const progress = await screen.findByRole('progressbar', { name: 'Progress of Reverse a text' });
  expect(progress).toHaveAttribute('aria-valuenow', '40');
  expect(screen.getByText('row 4 of 10')).toBeVisible();

  act(() =>
    FakeSocket.last.serverTells(
      'succeeded',
      aTask({ revision: 5, state: 'SUCCEEDED', result: { reversedText: 'llim' } }),
    ),
  );
  expect(await screen.findByText('llim')).toBeVisible();
  expect(within(await theTask()).getByText('Succeeded')).toBeVisible();
  expect(server.calls).toHaveLength(requests);
});

test('an event older than the shown state changes nothing', async () => {
  await openLive();
  await theTask();
  act(() => FakeSocket.last.serverTells('failed', aTask({ revision: 1, state: 'FAILED' })));
  expect(within(await theTask()).getByText('Waiting')).toBeVisible();
});

test('a new task appears above the others', async () => {
  await openLive();
  await theTask();
  act(() =>
    FakeSocket.last.serverTells(
      'waiting',
      aTask({
        id: 't-2',
        type: 'grind',
        createdAt: '2026-01-02T00:00:00Z',
        notice: 'No live worker offers grind.',
      }),
    ),
  );
  await screen.findByRole('article', { name: 'grind' });
  const rows = screen.getAllByRole('article');
  expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual(['grind', 'Reverse a text']);
  expect(screen.getByText('No live worker offers grind.')).toBeVisible();
});

test('a result that was too long for its event is loaded and shown as a picture', async () => {
  await openLive();
  await theTask();
  const done = aTask({ revision: 5, state: 'SUCCEEDED', result: { image: PICTURE, width: 640 } });
  server.on('GET /api/tasks/t-1', () => json({ ...done, timeline: [] }));
  const { result: _, ...event } = { ...done, resultOmitted: true };

  act(() => FakeSocket.last.serverTells('succeeded', event));

  expect(await screen.findByRole('img', { name: 'Result: Image' })).toHaveAttribute('src', PICTURE);
  expect(screen.getByText('640')).toBeVisible();
});

test('the list shows why a task failed', async () => {
  await openLive();
  await theTask();
  act(() =>
    FakeSocket.last.serverTells(
      'failed',
      aTask({ revision: 5, state: 'FAILED', error: { type: 'Stuck', message: 'The wheel is stuck.' } }),
    ),
  );
  expect(await screen.findByText('The wheel is stuck.')).toBeVisible();
});

test('unrecoverable events cause a reload of the tasks and a notice', async () => {
  const { tellMissed } = await openLive();
  await theTask();
  server.on('GET /api/tasks', { items: [aTask({ revision: 9, state: 'CANCELLED' })], nextCursor: null });

  act(() => FakeSocket.last.close(1006));
  await waitFor(() => expect(FakeSocket.made).toHaveLength(2), { timeout: 3000 });
  act(() => FakeSocket.last.serverIsReady({ id: 'f-1', recovered: false }));

  expect(await screen.findByText('Cancelled')).toBeVisible();
  expect(tellMissed).toHaveBeenCalledOnce();
});

test('more tasks are loaded on demand', async () => {
  const older = aTask({ id: 't-0', type: 'grind', createdAt: '2025-01-01T00:00:00Z' });
  server.on('GET /api/tasks', (request) =>
    new URL(request.url).searchParams.get('cursor') === 'next'
      ? json({ items: [older], nextCursor: null })
      : json({ items: [aTask()], nextCursor: 'next' }),
  );
  const { user } = await openLive();

  await user.click(await screen.findByRole('button', { name: 'Load more' }));

  expect(await screen.findByRole('article', { name: 'grind' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
});

test('an empty list leads to the first task', async () => {
  server.on('GET /api/tasks', { items: [], nextCursor: null });
  const { user, router } = await openLive();
  await user.click(await screen.findByRole('link', { name: 'Submit your first task' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/submit'));
});

test('a list that fails to load says so and can be tried again', async () => {
  server.on('GET /api/tasks', () => json({ title: 'The server failed', status: 500, incident: 'i-7' }, 500));
  const { user } = await openLive();
  expect(await screen.findByText('Incident i-7')).toBeVisible();

  server.on('GET /api/tasks', { items: [aTask()], nextCursor: null });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await theTask()).toBeVisible();
});

test('the page of a task shows its timeline and follows it', async () => {
  const at = '2026-01-01T00:00:00Z';
  server.on('GET /api/tasks/t-1', { ...aTask(), timeline: [{ at, kind: 'created' }] });
  await openLive('/tasks/t-1');
  const timeline = await screen.findByRole('region', { name: 'Timeline' });
  expect(within(timeline).getByText('Submitted')).toBeVisible();

  server.on('GET /api/tasks/t-1', {
    ...aTask({ revision: 2, state: 'RUNNING' }),
    timeline: [
      { at, kind: 'created' },
      { at, kind: 'started' },
    ],
  });
  act(() => FakeSocket.last.serverTells('running', aTask({ revision: 2, state: 'RUNNING' })));
  expect(await within(timeline).findByText('Started')).toBeVisible();
});

test('another user’s task is not found', async () => {
  server.on('GET /api/tasks/t-9', () => json({ title: 'Task not found', status: 404 }, 404));
  await openLive('/tasks/t-9');
  expect(await screen.findByRole('heading', { name: 'Task not found' })).toBeVisible();
});
