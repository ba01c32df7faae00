import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json } from '@/testing/FakeServer';
import { FakeSocket } from '@/testing/FakeSocket';
import { open } from '@/testing/open';

const BULK = 'POST /api/tasks/bulk';
const AS_OF = '2026-01-03T00:00:00Z';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/tasks', { items: [aTask()], nextCursor: null });
});

async function openLive(route: string) {
  const opened = await open(route);
  await waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  act(() => FakeSocket.last.serverIsReady());
  await screen.findByRole('article', { name: 'Reverse a text' });
  return opened;
}

const lastAsked = () => new URL(server.called('GET /api/tasks').at(-1)?.url ?? '').searchParams;
const newTask = (id: string) => aTask({ id, createdAt: '2026-01-02T00:00:00Z' });
const rows = () => screen.getAllByRole('article');

test('the address holds the filters, and the request contains them', async () => {
  const { user, router } = await openLive('/tasks');
  await user.click(screen.getByRole('checkbox', { name: 'Failed' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Task type' }), 'Reverse a text');
  await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'stuck');

  await waitFor(() =>
    expect(router.state.location.search).toBe('?state=FAILED&type=reverse_string&text=stuck'),
  );
  await waitFor(() =>
    expect(Object.fromEntries(lastAsked())).toMatchObject({ state: 'FAILED', text: 'stuck' }),
  );
});

test('an address with filters opens the list with them', async () => {
  await openLive('/tasks?state=FAILED,RUNNING&from=2026-01-01');
  expect(screen.getByRole('checkbox', { name: 'Running' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Waiting' })).not.toBeChecked();
  expect(lastAsked().get('from')).toBe(new Date(2026, 0, 1).toISOString());
});

test('filters that nothing matches say so and can be cleared', async () => {
  server.on('GET /api/tasks', (request) =>
    json({ items: request.url.includes('FAILED') ? [] : [aTask()], nextCursor: null }),
  );
  const { user } = await open('/tasks?state=FAILED');
  await screen.findByRole('heading', { name: 'No matches' });
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[1] as HTMLElement);
  expect(await screen.findByRole('article')).toBeVisible();
});

test('new tasks wait behind a button while somebody reads further down', async () => {
  const { user } = await openLive('/tasks');
  window.scrollY = 500;
  fireEvent.scroll(window);
  act(() => {
    FakeSocket.last.serverTells('waiting', newTask('t-2'));
    FakeSocket.last.serverTells('waiting', newTask('t-3'));
  });
  const news = await screen.findByRole('button', { name: '2 new tasks' });
  expect(rows()).toHaveLength(1);

  await user.click(news);
  expect(rows()).toHaveLength(3);
  expect(screen.queryByRole('button', { name: /new task/ })).toBeNull();
  window.scrollY = 0;
});

test('a row of a filtered list stays in place when it no longer matches', async () => {
  await openLive('/tasks?state=WAITING');
  act(() => FakeSocket.last.serverTells('failed', aTask({ revision: 9, state: 'FAILED' })));
  expect(await within(screen.getByRole('article')).findByText('Failed')).toBeVisible();
});

test('selected tasks are counted first, then changed in rounds until none remains', async () => {
  const rounds = [
    { matched: 2, changed: 0, remaining: 2, asOf: AS_OF },
    { matched: 2, changed: 1, remaining: 1, asOf: AS_OF },
    { matched: 1, changed: 1, remaining: 0, asOf: AS_OF },
  ];
  const asked: unknown[] = [];
  server.on(BULK, async (request) => {
    asked.push(await request.json());
    return json(rounds[asked.length - 1]);
  });
  const { user } = await openLive('/tasks');
  await user.click(screen.getByRole('checkbox', { name: 'Select Reverse a text' }));
  const bar = screen.getByRole('region', { name: 'Selected tasks' });
  await user.click(within(bar).getByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel 2 tasks' }));

  expect(await screen.findByText('Cancelled, or asked to stop: 2 tasks.')).toBeVisible();
  expect(asked).toEqual([
    { action: 'cancel', ids: ['t-1'], dryRun: true },
    { action: 'cancel', ids: ['t-1'], dryRun: false, asOf: AS_OF },
    { action: 'cancel', ids: ['t-1'], dryRun: false, asOf: AS_OF },
  ]);
});

test('an action on all matching tasks sends the filter', async () => {
  server.on(BULK, async (request) => {
    expect(await request.json()).toMatchObject({ action: 'delete', filter: { state: ['WAITING'] } });
    return json({ matched: 0, changed: 0, remaining: 0, asOf: AS_OF });
  });
  const { user } = await openLive('/tasks?state=WAITING');
  await user.click(screen.getByRole('checkbox', { name: 'Select Reverse a text' }));
  await user.click(screen.getByRole('button', { name: 'Select all matching tasks' }));
  await user.click(
    within(screen.getByRole('region', { name: 'Selected tasks' })).getByRole('button', { name: 'Delete' }),
  );
  expect(await screen.findByText('None of these tasks is finished, so none can be deleted.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Delete 0 tasks' })).toBeDisabled();
});

test('selected tasks get another priority', async () => {
  const asked: unknown[] = [];
  server.on(BULK, async (request) => {
    const body = (await request.json()) as { dryRun: boolean };
    asked.push(body);
    return json({ matched: 1, changed: body.dryRun ? 0 : 1, remaining: 0, asOf: AS_OF });
  });
  const { user } = await openLive('/tasks');
  await user.click(screen.getByRole('checkbox', { name: 'Select Reverse a text' }));
  const bar = screen.getByRole('region', { name: 'Selected tasks' });
  await user.click(within(bar).getByRole('button', { name: 'Priority' }));
  const priority = await screen.findByRole('textbox', { name: 'Priority' });
  await user.clear(priority);
  await user.type(priority, '9');
  await user.click(await screen.findByRole('button', { name: 'Set for 1 task' }));

  expect(await screen.findByText('New priority: 1 task.')).toBeVisible();
  expect(asked.at(-1)).toEqual({ action: 'priority', priority: 9, ids: ['t-1'], dryRun: false, asOf: AS_OF });
});

test('a task with an unreadable time is listed like the others', async () => {
  server.on('GET /api/tasks', {
    items: [aTask(), aTask({ id: 't-far', state: 'WAITING', runAt: '+10000-01-01T17:59:59Z' })],
    nextCursor: null,
  });

  await open('/tasks');

  expect(await screen.findAllByRole('article')).toHaveLength(2);
});
