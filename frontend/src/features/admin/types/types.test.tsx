import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import { type FakeServer, problem } from '@/testing/FakeServer';
import { open } from '@/testing/open';
import type { Type } from './useTypes';

function aType(otherwise: Partial<Type> = {}): Type {
  return {
    name: 'grind',
    title: 'Grind coffee',
    queue: 'default',
    workersOnline: 0,
    hidden: false,
    announcedAt: '2026-01-01T00:00:00Z',
    offeredAt: '2026-01-01T00:00:00Z',
    ...otherwise,
  };
}

let server: FakeServer;

beforeEach(() => {
  server = adminServer().on('GET /api/admin/task-types', {
    items: [aType(), aType({ name: 'reverse_string', title: 'Reverse a text', workersOnline: 2 })],
  });
});

const theRow = (name = /^Grind coffee/) => screen.findByRole('row', { name });

test('a type shows its workers, and has no actions while one offers it', async () => {
  await open('/admin/task-types');
  expect(await theRow()).toHaveTextContent('no worker');
  const offered = await theRow(/^Reverse a text/);
  expect(offered).toHaveTextContent('2 workersnow');
  expect(within(offered).queryByRole('button')).toBeNull();
});

test('a type that no worker offers is hidden after confirmation, then shown again', async () => {
  server.on('POST /api/admin/task-types/grind/hide', aType({ hidden: true }));
  server.on('POST /api/admin/task-types/grind/show', aType());
  const { user } = await open('/admin/task-types');
  await user.click(within(await theRow()).getByRole('button', { name: 'Hide' }));
  const question = await screen.findByRole('dialog', { name: 'Hide “Grind coffee”?' });
  await user.click(within(question).getByRole('button', { name: 'Hide' }));
  expect(await within(await theRow()).findByText('Hidden')).toBeVisible();

  await user.click(within(await theRow()).getByRole('button', { name: 'Show' }));
  await waitFor(async () => expect(within(await theRow()).queryByText('Hidden')).toBeNull());
});

test('a type is deleted after confirmation', async () => {
  server.on('DELETE /api/admin/task-types/grind', () => new Response(null, { status: 204 }));
  const { user } = await open('/admin/task-types');
  await user.click(within(await theRow()).getByRole('button', { name: 'Delete' }));
  const question = await screen.findByRole('dialog', { name: 'Delete “Grind coffee”?' });
  await user.click(within(question).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Grind coffee/ })).toBeNull());
});

test('a type that a worker offers meanwhile cannot be deleted, and the dialog says so', async () => {
  server.on('DELETE /api/admin/task-types/grind', () =>
    problem({ status: 409, title: 'A live worker offers the task type', detail: 'Stop such workers first.' }),
  );
  const { user } = await open('/admin/task-types');
  await user.click(within(await theRow()).getByRole('button', { name: 'Delete' }));
  const question = await screen.findByRole('dialog');
  await user.click(within(question).getByRole('button', { name: 'Delete' }));
  expect(await within(question).findByText(/Stop such workers first/)).toBeVisible();
});

test('an auditor sees the types without actions', async () => {
  server.signedIn('u-1', ['user', 'auditor']);
  await open('/admin/task-types');
  expect(within(await theRow()).queryByRole('button')).toBeNull();
});

test('an empty list explains how task types appear', async () => {
  server.on('GET /api/admin/task-types', { items: [] });
  await open('/admin/task-types');
  expect(await screen.findByText('No task types yet')).toBeVisible();
});

test('axe finds nothing', async () => {
  server.on('GET /api/admin/task-types', { items: [aType({ hidden: true })] });
  await open('/admin/task-types');
  await theRow();
  expect(await violations()).toEqual([]);
});
