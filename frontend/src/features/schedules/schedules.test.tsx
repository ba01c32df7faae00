import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Schemas } from '@/lib/api/client';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json, problem } from '@/testing/FakeServer';
import { open } from '@/testing/open';

const PREVIEW = 'POST /api/schedules/preview';

function aSchedule(otherwise: Partial<Schemas['Schedule']> = {}): Schemas['Schedule'] {
  return {
    id: 's-1',
    name: 'Nightly report',
    type: 'reverse_string',
    parameters: { text: 'mill' },
    priority: 5,
    queue: null,
    cron: '30 2 * * *',
    timeZone: 'Europe/Berlin',
    description: 'At 02:30 every day',
    overlap: 'SKIP',
    missed: 'RUN_ONCE',
    paused: false,
    nextRunAt: '2126-01-02T01:30:00Z',
    pendingDueAt: null,
    lastRunAt: null,
    lastTaskId: null,
    lastError: null,
    notice: null,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    revision: 1,
    ...otherwise,
  };
}

const aDetail = (): Schemas['ScheduleDetail'] => ({
  ...aSchedule({ priority: 7, queue: 'slow' }),
  nextRuns: ['2126-01-02T01:30:00Z'],
  runs: [
    {
      number: 2,
      kind: 'SKIPPED',
      dueAt: '2026-01-03T01:30:00Z',
      at: '2026-01-03T01:30:00Z',
      taskId: null,
      note: 'the run before was not finished',
    },
    {
      number: 1,
      kind: 'DUE',
      dueAt: '2026-01-02T01:30:00Z',
      at: '2026-01-02T01:30:00Z',
      taskId: 't-9',
      note: null,
    },
  ],
});

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/schedules', { items: [aSchedule()], nextCursor: null });
});

const theSchedule = () => screen.findByRole('article', { name: 'Nightly report' });

test('a schedule is described in words', async () => {
  await open('/schedules');
  expect(within(await theSchedule()).getByText('At 02:30 every day')).toBeVisible();
});

test('a schedule shows its next runs and the outcomes of its recent ones', async () => {
  server.on('GET /api/schedules/s-1', aDetail());
  const { user } = await open('/schedules');
  await user.click(within(await theSchedule()).getByRole('link', { name: 'Nightly report' }));
  const last = await screen.findByRole('region', { name: 'Recent runs' });
  expect(within(last).getByText('On time')).toBeVisible();
  expect(within(last).getByRole('link', { name: 'Show task' })).toHaveAttribute('href', '/tasks/t-9');
  expect(within(last).getByText(/the run before was not finished/)).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'Next runs' })).getAllByRole('listitem')).toHaveLength(1);
});

test('editing a schedule keeps the fields that the form does not show', async () => {
  server.on('GET /api/schedules/s-1', aDetail());
  server.on('PUT /api/schedules/s-1', async (request) => {
    expect(await request.json()).toMatchObject({
      name: 'Nightly report',
      cron: '45 2 * * *',
      priority: 7,
      queue: 'slow',
      parameters: { text: 'mill' },
    });
    return json(aSchedule({ cron: '45 2 * * *' }));
  });
  server.on(PREVIEW, { description: 'At 02:45 every day', nextRuns: [] });
  const { user, router } = await open('/schedules/s-1/edit');
  const cron = await screen.findByRole('textbox', { name: 'Cron expression' });
  await user.clear(cron);
  await user.type(cron, '45 2 * * *');
  await user.click(screen.getByRole('button', { name: 'Save schedule' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/schedules/s-1'));
});

test('a schedule is paused and then resumed', async () => {
  const { user } = await open('/schedules');
  await theSchedule();
  const paused = aSchedule({ paused: true, nextRunAt: null });
  server.on('POST /api/schedules/s-1/pause', paused);
  server.on('GET /api/schedules', { items: [paused], nextCursor: null });
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect(await screen.findByRole('button', { name: 'Resume' })).toBeVisible();
  expect(screen.getByText('Paused')).toBeVisible();
});

test('a schedule runs now on demand', async () => {
  server.on('POST /api/schedules/s-1/run-now', () => json(aTask(), 202));
  const { user } = await open('/schedules');
  await theSchedule();
  await user.click(screen.getByRole('button', { name: 'Run now' }));
  expect(await screen.findByText('“Nightly report” was submitted.')).toBeVisible();
});

test('a schedule is deleted after confirmation', async () => {
  server.on('DELETE /api/schedules/s-1', () => new Response(null, { status: 204 }));
  const { user } = await open('/schedules');
  await theSchedule();
  server.on('GET /api/schedules', { items: [], nextCursor: null });
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Delete schedule' }));
  expect(await screen.findByRole('heading', { name: 'No schedules yet' })).toBeVisible();
});

test('a new schedule explains its cron expression before it is created', async () => {
  server.on(PREVIEW, { description: 'At 09:00 on Monday to Friday', nextRuns: ['2026-01-02T08:00:00Z'] });
  server.on('POST /api/schedules', async (request) => {
    expect(await request.json()).toMatchObject({ type: 'reverse_string', cron: '0 9 * * MON-FRI' });
    return json(aSchedule(), 201);
  });
  const { user, router } = await open('/schedules/new');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Task type' }), 'Reverse a text');
  const preview = await screen.findByRole('region', { name: 'Preview' });
  expect(await within(preview).findByText('At 09:00 on Monday to Friday')).toBeVisible();
  expect(within(preview).getAllByRole('listitem')).toHaveLength(1);

  await user.click(screen.getByRole('button', { name: 'Create schedule' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/schedules'));
});

test('an invalid cron expression shows the server’s message', async () => {
  server.on(PREVIEW, () => problem({ status: 400, title: 'Not valid', detail: 'There are six fields.' }));
  const { user } = await open('/schedules/new');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Task type' }), 'Reverse a text');
  expect(await screen.findByRole('alert')).toHaveTextContent('There are six fields.');
});
