import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Schemas } from '../../lib/api/client';
import { barriers } from '../../testing/access';
import { aTask, aTaskType } from '../../testing/aTask';
import { FakeServer, json, problem } from '../../testing/FakeServer';
import { open } from '../../testing/open';

function aQueue(otherwise: Partial<Schemas['Queue']> = {}): Schemas['Queue'] {
  return {
    name: 'default',
    mode: 'OPEN',
    waiting: 1200,
    delayed: 3,
    kept: 0,
    blocked: 0,
    inFlight: 16,
    maxRunning: null,
    workers: 2,
    slots: 8,
    undelivered: 8,
    leader: null,
    oldestWaitingAt: null,
    ...otherwise,
  };
}

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn('u-1', ['user', 'admin'])
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/admin/overview', {
      tasks: { WAITING: 1200, FAILED: 1 },
      workers: [{ id: 'w-1', host: 'mill', version: '0.1.0', queues: ['default'], slots: 4, running: 2 }],
    })
    .on('GET /api/admin/queues', { items: [aQueue()] })
    .on('GET /api/admin/tasks', { items: [aTask({ owner: 'u-9' })], nextCursor: null });
});

const theQueue = () => screen.findByRole('row', { name: /^default/ });

test('who is no admin is told that these pages are not for them, and nothing is asked', async () => {
  server.signedIn('u-1', ['user']);
  await open('/admin/queues');
  expect(await screen.findByRole('heading', { name: 'Not for this account' })).toBeVisible();
  expect(server.called('GET /api/admin/queues')).toEqual([]);
  expect(screen.queryByRole('link', { name: 'Administration' })).toBeNull();
});

test('the overview counts the tasks of all by state and names the workers', async () => {
  await open('/admin');
  const figures = await screen.findByRole('list', { name: 'Tasks by state' });
  expect(within(figures).getByRole('link', { name: /Waiting\s*1,200/ })).toBeVisible();
  expect(screen.getByRole('heading', { name: '1 worker online' })).toBeVisible();
  expect(screen.getByRole('row', { name: /w-1 mill 0\.1\.0 default 2 \/ 4/ })).toBeVisible();
});

test('a queue is paused after a question, and shows it', async () => {
  const { user } = await open('/admin/queues');
  const row = await theQueue();
  server.on('POST /api/admin/queues/default/pause', aQueue({ mode: 'PAUSED' }));
  await user.click(within(row).getByRole('button', { name: 'Pause' }));
  const question = await screen.findByRole('dialog', { name: 'Pause “default”?' });
  await user.click(within(question).getByRole('button', { name: 'Pause' }));
  expect(await within(await theQueue()).findByText('Paused')).toBeVisible();
  expect(within(await theQueue()).getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('the limit of a queue is set, and an empty one takes it away', async () => {
  const sent: unknown[] = [];
  server.on('PATCH /api/admin/queues/default', async (request) => {
    sent.push(await request.json());
    return json(aQueue({ maxRunning: sent.length === 1 ? 20 : null }));
  });
  const { user } = await open('/admin/queues');
  for (const limit of ['20', '']) {
    await user.click(within(await theQueue()).getByRole('button', { name: 'Limit' }));
    const most = await screen.findByRole('textbox', { name: 'Most tasks in flight' });
    await user.clear(most);
    if (limit) {
      await user.type(most, limit);
    }
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  expect(sent).toEqual([{ maxRunning: 20 }, { maxRunning: null }]);
});

test.each(['/admin', '/admin/queues', '/admin/tasks'])('axe finds nothing at %s', async (place) => {
  await open(place);
  await screen.findByRole('heading', { level: 1 });
  expect(await barriers()).toEqual([]);
});

test('a queue without workers says so', async () => {
  server.on('GET /api/admin/queues', { items: [aQueue({ workers: 0 })] });
  await open('/admin/queues');
  expect(within(await theQueue()).getByText('No workers')).toBeVisible();
});

test('the tasks of all are filtered by user, and what is done to one goes through the operator’s API', async () => {
  server
    .on('GET /api/admin/tasks/t-1', { ...aTask({ owner: 'u-9' }), timeline: [] })
    .on('POST /api/admin/tasks/t-1/cancel', () =>
      json({ ...aTask({ state: 'CANCELLED', revision: 2 }), timeline: [] }, 202),
    );
  const { user } = await open('/admin/tasks?user=bob');
  await user.click(await screen.findByRole('link', { name: 'Open Reverse a text' }));
  expect(server.called('GET /api/admin/tasks')[0]?.url).toContain('user=bob');

  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel the task' }));
  await waitFor(() => expect(server.called('POST /api/admin/tasks/t-1/cancel')).toHaveLength(1));
  expect(screen.queryByRole('button', { name: 'Submit again with changes' })).toBeNull();
});

test('a group of dead letters is retried in rounds until none remains', async () => {
  const newest = aTask({ state: 'FAILED', error: { type: 'Stuck', message: 'The wheel is stuck.' } });
  server.on('GET /api/admin/dead-letters', {
    groups: [{ type: 'reverse_string', errorType: 'Stuck', count: 7000, newest }],
  });
  const asked: unknown[] = [];
  server.on('POST /api/admin/tasks/bulk', async (request) => {
    asked.push(await request.json());
    const remaining = asked.length === 1 ? 2000 : 0;
    return json({ matched: 7000, changed: 5000 - asked.length, remaining, asOf: '2026-01-01T00:00:00Z' });
  });
  const { user } = await open('/admin/dead-letters');
  expect(await screen.findByText('The wheel is stuck.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Retry all' }));
  await user.click(await screen.findByRole('button', { name: 'Retry 7,000 tasks' }));
  expect(await screen.findByText('Tried again: 9,997 tasks.')).toBeVisible();
  expect(asked[1]).toMatchObject({
    filter: { state: ['FAILED'], type: 'reverse_string', errorType: 'Stuck' },
    asOf: '2026-01-01T00:00:00Z',
  });
});

test('a refusal of the server is told', async () => {
  server.on('GET /api/admin/overview', () => problem({ status: 403, title: 'You may not do this' }));
  await open('/admin');
  expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
});
