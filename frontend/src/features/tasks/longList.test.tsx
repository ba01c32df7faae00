import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json } from '@/testing/FakeServer';
import { FakeSocket } from '@/testing/FakeSocket';
import { open } from '@/testing/open';

const MANY = 10_000;
const PAGE = 5_000;

const all = Array.from({ length: MANY }, (_, n) =>
  aTask({
    id: `t-${n}`,
    queue: `queue-${n}`,
    createdAt: new Date(Date.UTC(2026, 0, 1) - n * 1000).toISOString(),
  }),
);

let server: FakeServer;
let pageSize: number;

beforeEach(() => {
  pageSize = PAGE;
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/tasks', (request) => {
      const from = Number(new URL(request.url).searchParams.get('cursor') ?? 0);
      const to = from + pageSize;
      return json({ items: all.slice(from, to), nextCursor: to < MANY ? String(to) : null });
    });
});

afterEach(() => scrollTo(0));

function scrollTo(y: number) {
  window.scrollY = y;
  fireEvent.scroll(window);
}

const rows = () => screen.getAllByRole('article');

async function openLive() {
  const opened = await open('/tasks');
  await waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  act(() => FakeSocket.last.serverIsReady());
  await screen.findByRole('status', { name: 'Connection: Live' });
  await screen.findAllByRole('article');
  return opened;
}

async function openAll() {
  const opened = await openLive();
  for (let pages = 1; pages < MANY / PAGE; pages++) {
    await opened.user.click(await screen.findByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(server.called('GET /api/tasks').length).toBeGreaterThan(pages));
  }
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull());
  return opened;
}

test('a list holds 10,000 tasks, and only the visible ones are in the page', async () => {
  await openAll();
  expect(rows().length).toBeLessThan(40);
  expect(rows()[0]).toHaveAttribute('data-task', 't-0');
  expect(rows()[0]?.closest('li')).toHaveAttribute('aria-setsize', String(MANY));
});

test.each([5_000, 250_000, 500_000])(
  'of 10,000 tasks only the visible ones are in the page, scrolled to %i pixels',
  async (y) => {
    pageSize = MANY;
    await openLive();
    scrollTo(y);
    const place = Math.floor(y / 64);
    await waitFor(() =>
      expect(rows().map(({ dataset }) => dataset.task)).toEqual(expect.arrayContaining([`t-${place}`])),
    );
    expect(rows().length).toBeLessThan(40);
    expect(rows()[0]?.closest('li')).toHaveAttribute('aria-setsize', String(MANY));
  },
);

test('scrolling near the end loads more without a click', async () => {
  await openLive();
  await screen.findByRole('button', { name: 'Load more' });
  const asked = server.called('GET /api/tasks').length;
  scrollTo(PAGE * 64 - 900);
  await waitFor(() => expect(server.called('GET /api/tasks').length).toBe(asked + 1));
  expect(server.called('GET /api/tasks').at(-1)?.url).toContain(`cursor=${PAGE}`);
});

test('chosen columns are stored for the next visit', async () => {
  const { user } = await openLive();
  expect(screen.queryByText('queue-0')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Queue' }));
  expect(await screen.findByText('queue-0')).toBeVisible();
  expect(localStorage.getItem('millrace-columns')).toBe('["submitted","took","queue","preview"]');
});
