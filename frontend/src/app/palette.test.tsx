import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json } from '@/testing/FakeServer';
import { open } from '@/testing/open';

const ID = '01931b66-7c00-7000-8000-0000000000a1';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/schedules', { items: [], nextCursor: null })
    .on('GET /api/tasks', { items: [], nextCursor: null });
});

async function openSchedules() {
  const opened = await open('/schedules');
  await screen.findByRole('heading', { name: 'Schedules', level: 1 });
  await screen.findByRole('button', { name: 'Account of ada, AL' });
  return opened;
}

async function openPalette() {
  const opened = await openSchedules();
  await opened.user.keyboard('{Control>}k{/Control}');
  const search = await screen.findByPlaceholderText('Find a task, a page or a task type');
  return { ...opened, search };
}

test('the palette goes to a page', async () => {
  const { user, search, router } = await openPalette();
  await user.click(search);
  await user.paste('workfl');
  await user.click(await within(screen.getByRole('dialog')).findByText('Workflows'));
  await waitFor(() => expect(router.state.location.pathname).toBe('/workflows'));
});

test('the palette opens the form of a task type', async () => {
  const { user, search, router } = await openPalette();
  await user.click(search);
  await user.paste('submit reverse');
  await user.click(await within(screen.getByRole('dialog')).findByText('Reverse a text'));
  await waitFor(() => expect(router.state.location.pathname).toBe('/submit/reverse_string'));
});

test('the palette finds a task by its text', async () => {
  server.on('GET /api/tasks', (request) =>
    json({ items: request.url.includes('text=stuck') ? [aTask()] : [], nextCursor: null }),
  );
  const { user, search, router } = await openPalette();
  await user.type(search, 'stuck');
  await user.click(await within(screen.getByRole('dialog')).findByText('t-1'));
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks/t-1'));
});

test('the palette finds a task by its id', async () => {
  server.on(`GET /api/tasks/${ID}`, { ...aTask({ id: ID }), timeline: [] });
  const { user, search } = await openPalette();
  await user.click(search);
  await user.paste(ID);
  expect(await within(screen.getByRole('dialog')).findByText('Reverse a text')).toBeVisible();
  expect(await within(screen.getByRole('dialog')).findByText('Waiting')).toBeVisible();
});

test('G and a letter open a page, and ? lists the shortcuts', async () => {
  const { user, router } = await openSchedules();
  await user.keyboard('gt');
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks'));
  await user.keyboard('{Shift>}?{/Shift}');
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('single-letter shortcuts can be turned off', async () => {
  const { user, router } = await openSchedules();
  await user.keyboard('{Shift>}?{/Shift}');
  await user.click(await screen.findByRole('switch', { name: /^Single-letter shortcuts/ }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('n');
  await user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByPlaceholderText('Find a task, a page or a task type')).toBeVisible();
  expect(router.state.location.pathname).toBe('/schedules');
});
