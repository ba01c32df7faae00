import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Task } from '@/lib/api/client';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json, problem } from '@/testing/FakeServer';
import { FakeSocket } from '@/testing/FakeSocket';
import { open } from '@/testing/open';

const RETRY = 'POST /api/tasks/t-1/retry';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/tasks', { items: [aTask()], nextCursor: null });
});

async function openTask(task: Partial<Task>) {
  server.on('GET /api/tasks/t-1', detail(task));
  const opened = await open('/tasks/t-1');
  await screen.findByRole('heading', { name: 'Reverse a text' });
  return opened;
}

const detail = (task: Partial<Task>) => ({ ...aTask(task), timeline: [] });
const button = (name: string) => screen.getByRole('button', { name });
const dialog = (name: string) => screen.findByRole('dialog', { name });

test('a cancelled running task is shown as cancelling until its worker stops it', async () => {
  const { user } = await openTask({ state: 'RUNNING' });
  const asked = detail({ state: 'RUNNING', revision: 2, cancelRequestedAt: '2026-01-01T00:01:00Z' });
  server.on('POST /api/tasks/t-1/cancel', () => json(asked, 202));

  await user.click(button('Cancel'));
  await user.click(
    within(await dialog('Cancel “Reverse a text”?')).getByRole('button', { name: 'Cancel task' }),
  );

  expect(await screen.findByText('Cancelling')).toBeVisible();
  expect(screen.getByRole('note')).toHaveTextContent('cancelled as soon as the worker complies');
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
});

test('going back from the dialog changes nothing', async () => {
  const { user } = await openTask({});
  await user.click(button('Cancel'));
  await user.click(within(await dialog('Cancel “Reverse a text”?')).getByRole('button', { name: 'Go back' }));
  expect(server.called('POST /api/tasks/t-1/cancel')).toEqual([]);
});

test('the dialog shows the server’s error', async () => {
  const { user } = await openTask({ state: 'FAILED' });
  server.on('DELETE /api/tasks/t-1', () =>
    problem({ status: 409, title: 'The task is not finished', detail: 'It runs again.' }),
  );
  await user.click(button('Delete'));
  await user.click(await screen.findByRole('button', { name: 'Delete task' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('It runs again.');
});

test('deleting a task leads back to the list without it', async () => {
  const { user, router } = await openTask({ state: 'FAILED', revision: 3 });
  server.on('DELETE /api/tasks/t-1', () => new Response(null, { status: 204 }));
  await user.click(button('Delete'));
  await user.click(await screen.findByRole('button', { name: 'Delete task' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks'));
  expect(await screen.findByText('No tasks yet')).toBeVisible();
});

test('an event of a deletion removes the row', async () => {
  await open('/tasks');
  await screen.findByRole('article', { name: 'Reverse a text' });
  await waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  act(() => FakeSocket.last.serverTells('deleted', aTask()));
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
});

test('a failed task is retried as it is', async () => {
  const { user } = await openTask({ state: 'FAILED', revision: 3 });
  server.on(RETRY, () => json(detail({ revision: 4 }), 202));
  await user.click(button('Retry'));
  expect(await screen.findByText('Waiting')).toBeVisible();
});

test('a failed task is retried with other parameters, in a form of its own schema', async () => {
  const { user } = await openTask({ state: 'FAILED', revision: 3 });
  server.on(RETRY, async (request) => {
    expect(await request.json()).toEqual({ parameters: { text: 'water' } });
    return json(detail({ revision: 4, parameters: { text: 'water' } }), 202);
  });
  await user.click(button('Edit and retry'));
  const text = await screen.findByRole('textbox', { name: /^Text/ });
  expect(text).toHaveValue('mill');
  await user.clear(text);
  await user.type(text, 'water');
  await user.click(button('Retry with these parameters'));
  expect(await screen.findByText('Waiting')).toBeVisible();
});

test('a task is submitted again in a form with its parameters and priority', async () => {
  const { user } = await openTask({ state: 'SUCCEEDED', parameters: { text: 'wheel' }, priority: 8 });
  await user.click(button('Submit again with changes'));
  expect(await screen.findByRole('textbox', { name: /^Text/ })).toHaveValue('wheel');
  expect(screen.getByRole('textbox', { name: 'Priority' })).toHaveValue('8');
});

test('a rejected priority is reverted, and the reason is shown', async () => {
  const { user } = await openTask({});
  server.on('PATCH /api/tasks/t-1', () => problem({ status: 409, title: 'The task does not wait' }));
  await user.click(button('Change priority'));
  const priority = await screen.findByRole('textbox', { name: 'Priority' });
  await user.clear(priority);
  await user.type(priority, '9');
  await user.click(button('Set priority'));
  expect(await screen.findByRole('alert')).toHaveTextContent('The task does not wait');
  const facts = screen.getByRole('region', { name: 'Details' });
  expect(within(facts).getByText('5')).toBeVisible();
});

test('the reason why a task is parked is shown', async () => {
  await openTask({ parkedBy: 'type:grind', blocked: true, notice: 'The queue ‘default’ is paused.' });
  expect(screen.getAllByRole('note').map((note) => note.textContent)).toEqual([
    'The queue ‘default’ is paused.',
    'Parked by a limit for now: type:grind.',
    'Waiting for other tasks in its workflow.',
  ]);
});

test('the row of a task offers the same actions in a menu', async () => {
  const { user } = await open('/tasks');
  await user.click(await screen.findByRole('button', { name: 'Actions for Reverse a text' }));
  const offered = await screen.findAllByRole('menuitem');
  expect(offered.map((item) => item.textContent)).toEqual([
    'Cancel',
    'Change priority',
    'Submit again with changes',
  ]);
});

test('a notice that server and browser both give for a waiting task appears once', async () => {
  await openTask({ blocked: true, notice: 'Waiting for other tasks in its workflow.' });
  expect(await screen.findAllByText('Waiting for other tasks in its workflow.')).toHaveLength(1);
});
