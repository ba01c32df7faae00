import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import { type FakeServer, json, problem } from '@/testing/FakeServer';
import { open } from '@/testing/open';
import type { Queue } from './useQueues';

function aQueue(otherwise: Partial<Queue> = {}): Queue {
  return {
    name: 'default',
    mode: 'OPEN',
    waiting: 1200,
    delayed: 3,
    parked: 0,
    blocked: 0,
    inFlight: 16,
    maxRunning: null,
    workers: 2,
    slots: 8,
    undelivered: 8,
    leader: null,
    oldestWaitingAt: null,
    declaredByAdmin: false,
    types: ['reverse_string'],
    ...otherwise,
  };
}

const UNNEEDED = aQueue({ waiting: 0, delayed: 0, inFlight: 0, workers: 0, types: [] });

let server: FakeServer;

beforeEach(() => {
  server = adminServer().on('GET /api/admin/queues', { items: [aQueue()] });
});

const theQueue = () => screen.findByRole('row', { name: /^default/ });

test('a queue shows its tasks and its workers', async () => {
  await open('/admin/queues');
  expect(await theQueue()).toHaveTextContent('defaultOpen1,200—30816 / ∞2 workers8 slots');
});

test('a queue is paused after confirmation and shows its mode', async () => {
  const { user } = await open('/admin/queues');
  const row = await theQueue();
  server.on('POST /api/admin/queues/default/pause', aQueue({ mode: 'PAUSED' }));
  await user.click(within(row).getByRole('button', { name: 'Pause' }));
  const question = await screen.findByRole('dialog', { name: 'Pause “default”?' });
  await user.click(within(question).getByRole('button', { name: 'Pause' }));
  expect(await within(await theQueue()).findByText('Paused')).toBeVisible();
  expect(within(await theQueue()).getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('the limit of a queue is set, and an empty field removes it', async () => {
  const sent: unknown[] = [];
  server.on('PATCH /api/admin/queues/default', async (request) => {
    sent.push(await request.json());
    return json(aQueue({ maxRunning: sent.length === 1 ? 20 : null }));
  });
  const { user } = await open('/admin/queues');
  for (const limit of ['20', '']) {
    await user.click(within(await theQueue()).getByRole('button', { name: 'Limit' }));
    const most = await screen.findByRole('textbox', { name: 'Maximum tasks in flight' });
    await user.clear(most);
    if (limit) {
      await user.type(most, limit);
    }
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  expect(sent).toEqual([{ maxRunning: 20 }, { maxRunning: null }]);
});

test('the server’s error about a limit is shown at its field', async () => {
  server.on('PATCH /api/admin/queues/default', () =>
    problem({ status: 400, title: 'Invalid', errors: [{ pointer: '/maxRunning', detail: 'must be less' }] }),
  );
  const { user } = await open('/admin/queues');
  await user.click(within(await theQueue()).getByRole('button', { name: 'Limit' }));
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Must be less.')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a queue without workers says so', async () => {
  server.on('GET /api/admin/queues', { items: [aQueue({ workers: 0 })] });
  await open('/admin/queues');
  expect(within(await theQueue()).getByText('No workers')).toBeVisible();
});

test('a created queue appears in its place', async () => {
  const sent: unknown[] = [];
  server.on('POST /api/admin/queues', async (request) => {
    sent.push(await request.json());
    return json(
      aQueue({ name: 'a-new-one', waiting: 0, inFlight: 0, types: [], declaredByAdmin: true }),
      201,
    );
  });
  const { user } = await open('/admin/queues');
  await theQueue();
  await user.click(screen.getByRole('button', { name: 'Create queue' }));
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'a-new-one');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  const row = await screen.findByRole('row', { name: /^a-new-one/ });
  expect(within(row).getByText('created manually')).toBeVisible();
  expect(screen.getAllByRole('row')[1]).toBe(row);
  expect(sent).toEqual([{ name: 'a-new-one', maxRunning: null }]);
});

test('a rejected name shows its error at the field', async () => {
  server.on('POST /api/admin/queues', () =>
    problem({
      status: 400,
      title: 'Invalid',
      errors: [{ pointer: '/name', detail: 'must be 1 to 63 of a-z' }],
    }),
  );
  const { user } = await open('/admin/queues');
  await user.click(await screen.findByRole('button', { name: 'Create queue' }));
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'No Queue');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText('Must be 1 to 63 of a-z.')).toBeVisible();
});

test('a queue in use cannot be deleted, and the dialog lists its uses', async () => {
  const { user } = await open('/admin/queues');
  await user.click(within(await theQueue()).getByRole('button', { name: 'Delete' }));
  const question = await screen.findByRole('dialog', { name: 'Delete “default”?' });
  expect(question).toHaveTextContent('1,219 tasks in it are not finished');
  expect(question).toHaveTextContent('It is the queue of the task type reverse_string');
  expect(question).toHaveTextContent('2 workers serve it');
  expect(within(question).getByRole('button', { name: 'Delete' })).toBeDisabled();
});

test('an unused queue is deleted after confirmation', async () => {
  server.on('GET /api/admin/queues', { items: [UNNEEDED] });
  server.on('DELETE /api/admin/queues/default', () => new Response(null, { status: 204 }));
  const { user } = await open('/admin/queues');
  await user.click(within(await theQueue()).getByRole('button', { name: 'Delete' }));
  const question = await screen.findByRole('dialog', { name: 'Delete “default”?' });
  expect(within(question).queryByRole('note')).toBeNull();
  await user.click(within(question).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('No queues yet')).toBeVisible();
});

test('a rejected deletion of a queue shows the reason', async () => {
  server.on('GET /api/admin/queues', { items: [UNNEEDED] });
  server.on('DELETE /api/admin/queues/default', () =>
    problem({ status: 409, title: 'The queue is in use', detail: 'A schedule sends tasks to it.' }),
  );
  const { user } = await open('/admin/queues');
  await user.click(within(await theQueue()).getByRole('button', { name: 'Delete' }));
  const question = await screen.findByRole('dialog');
  await user.click(within(question).getByRole('button', { name: 'Delete' }));
  expect(await within(question).findByText(/A schedule sends tasks to it/)).toBeVisible();
});

test('an auditor sees the queues without actions', async () => {
  server.signedIn('u-1', ['user', 'auditor']);
  await open('/admin/queues');
  expect(within(await theQueue()).queryByRole('button')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Create queue' })).toBeNull();
});

test('an empty list explains how queues appear', async () => {
  server.on('GET /api/admin/queues', { items: [] });
  await open('/admin/queues');
  expect(await screen.findByText(/or when you create it/)).toBeVisible();
});

test('axe finds nothing', async () => {
  server.on('GET /api/admin/queues', { items: [aQueue({ workers: 0, maxRunning: 20 })] });
  await open('/admin/queues');
  await theQueue();
  expect(await violations()).toEqual([]);
});
