import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import { type FakeServer, problem } from '@/testing/FakeServer';
import { open } from '@/testing/open';
import type { Worker } from './useWorkers';

function aWorker(otherwise: Partial<Worker> = {}): Worker {
  return {
    id: 'w-1',
    host: 'mill',
    pid: 4711,
    version: '0.1.0',
    startedAt: '2026-01-01T00:00:00Z',
    lastSeenAt: '2026-01-01T00:00:00Z',
    queues: ['default', 'images'],
    types: ['reverse_string'],
    slots: 4,
    busy: 1,
    quiet: false,
    stopping: false,
    cpu: 0.5,
    heapUsed: 268_435_456,
    heapMax: 536_870_912,
    running: [
      {
        task: 't-1',
        type: 'reverse_string',
        owner: { id: 'u-9', username: 'grace' },
        attempt: 2,
        since: '2026-01-01T00:00:00Z',
        progress: 0.4,
      },
    ],
    ...otherwise,
  };
}

let server: FakeServer;

beforeEach(() => {
  server = adminServer().on('GET /api/admin/workers', { items: [aWorker()] });
});

const theWorker = () => screen.findByRole('article', { name: 'w-1' });

test('a worker shows its identity, health and running tasks', async () => {
  await open('/admin/workers');
  const worker = within(await theWorker());
  expect(worker.getByText(/mill · process 4711 · version 0\.1\.0/)).toBeVisible();
  expect(worker.getByRole('meter', { name: 'Busy slots of w-1' })).toHaveAttribute(
    'aria-valuetext',
    '1 of 4',
  );
  expect(worker.getByText('256 MB of 512 MB')).toBeVisible();
  const running = worker.getByRole('list', { name: 'Running now' });
  expect(await within(running).findByRole('link', { name: 'Reverse a text' })).toHaveAttribute(
    'href',
    '/admin/tasks/t-1',
  );
  expect(running).toHaveTextContent('grace · attempt 2');
});

test('a worker that does not report its load says so', async () => {
  server.on('GET /api/admin/workers', { items: [aWorker({ cpu: null, heapUsed: null, heapMax: null })] });
  await open('/admin/workers');
  expect(within(await theWorker()).getAllByText('not reported')).toHaveLength(2);
});

test('a worker is quieted after confirmation, then offers to be resumed', async () => {
  const { user } = await open('/admin/workers');
  server.on('POST /api/admin/workers/w-1/quiet', () => {
    server.on('GET /api/admin/workers', { items: [aWorker({ quiet: true })] });
    return new Response(null, { status: 202 });
  });
  await user.click(within(await theWorker()).getByRole('button', { name: 'Quiet' }));
  const question = await screen.findByRole('dialog', { name: 'Quiet w-1?' });
  await user.click(within(question).getByRole('button', { name: 'Quiet' }));
  expect(await screen.findByText('w-1 was asked to take no new tasks.')).toBeVisible();
  expect(await within(await theWorker()).findByRole('button', { name: 'Resume' })).toBeVisible();
});

test('a stop order to a worker that no longer exists shows an error', async () => {
  const { user } = await open('/admin/workers');
  server.on('POST /api/admin/workers/w-1/stop', () => problem({ status: 404, title: 'No such worker' }));
  await user.click(within(await theWorker()).getByRole('button', { name: 'Stop' }));
  const question = await screen.findByRole('dialog', { name: 'Stop w-1?' });
  await user.click(within(question).getByRole('button', { name: 'Stop' }));
  expect(await within(question).findByRole('alert')).toHaveTextContent('No such worker');
});

test('a stopping worker offers no actions', async () => {
  server.on('GET /api/admin/workers', { items: [aWorker({ stopping: true })] });
  await open('/admin/workers');
  expect(within(await theWorker()).getByText('Stopping')).toBeVisible();
  expect(within(await theWorker()).queryByRole('button')).toBeNull();
});

test('an auditor sees the workers without actions', async () => {
  server.signedIn('u-1', ['user', 'auditor']);
  await open('/admin/workers');
  expect(within(await theWorker()).queryByRole('button')).toBeNull();
});

test('without workers, the page says that tasks wait', async () => {
  server.on('GET /api/admin/workers', { items: [] });
  await open('/admin/workers');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'No workers online' })).toBeVisible());
});

test('axe finds nothing', async () => {
  await open('/admin/workers');
  await theWorker();
  expect(await violations()).toEqual([]);
});
