import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { adminServer } from '@/testing/adminServer';
import { aTask } from '@/testing/aTask';
import { json } from '@/testing/FakeServer';
import { open } from '@/testing/open';

test('access is denied to users who are neither admin nor auditor, without a request', async () => {
  const server = adminServer(['user']);
  await open('/admin/queues');
  expect(await screen.findByRole('heading', { name: 'Access denied' })).toBeVisible();
  expect(server.called('GET /api/admin/queues')).toEqual([]);
  expect(screen.queryByRole('link', { name: 'Administration' })).toBeNull();
});

test('an auditor finds the administration and a note that it is read-only', async () => {
  adminServer(['user', 'auditor']);
  await open('/admin/queues');
  expect(await screen.findByRole('heading', { name: 'Queues' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Administration' })).toBeVisible();
  expect(screen.getByText(/Only administrators can make changes/)).toBeVisible();
});

test('an auditor sees the owner of a task and no actions', async () => {
  adminServer(['user', 'auditor'])
    .on('GET /api/admin/tasks', { items: [aTask({ ownerName: 'grace' })], nextCursor: null })
    .on('GET /api/admin/tasks/t-1', { ...aTask({ ownerName: 'grace' }), timeline: [] });
  const { user } = await open('/admin/tasks');
  const row = within(await screen.findByRole('article', { name: 'Reverse a text' }));
  expect(row.getByText('grace')).toBeVisible();
  expect(row.queryByRole('checkbox')).toBeNull();
  expect(row.queryByRole('button')).toBeNull();

  await user.click(row.getByRole('link', { name: 'Open Reverse a text' }));
  const facts = await screen.findByRole('region', { name: 'Details' });
  expect(within(facts).getByText('grace')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
});

test('all tasks are filtered by user, and actions on one use the operator’s API', async () => {
  const server = adminServer()
    .on('GET /api/admin/tasks', { items: [aTask({ owner: 'u-9' })], nextCursor: null })
    .on('GET /api/admin/tasks/t-1', { ...aTask({ owner: 'u-9' }), timeline: [] })
    .on('POST /api/admin/tasks/t-1/cancel', () =>
      json({ ...aTask({ state: 'CANCELLED', revision: 2 }), timeline: [] }, 202),
    );
  const { user } = await open('/admin/tasks?user=bob');
  await user.click(await screen.findByRole('link', { name: 'Open Reverse a text' }));
  expect(server.called('GET /api/admin/tasks')[0]?.url).toContain('user=bob');

  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel task' }));
  await waitFor(() => expect(server.called('POST /api/admin/tasks/t-1/cancel')).toHaveLength(1));
  expect(screen.queryByRole('button', { name: 'Submit again with changes' })).toBeNull();
});
