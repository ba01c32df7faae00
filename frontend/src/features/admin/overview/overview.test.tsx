import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Schemas } from '@/lib/api/client';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import { type FakeServer, json, problem } from '@/testing/FakeServer';
import { open } from '@/testing/open';
import { fullestQueues, type Point, statisticsOf, successOf, trendOf } from './statistics';

function aPoint(otherwise: Partial<Point> = {}): Point {
  return {
    at: '2026-01-01T00:00:00Z',
    submitted: 10,
    succeeded: 8,
    failed: 2,
    cancelled: 0,
    retried: 1,
    waitMs: { p50: 20, p95: 100, p99: 400 },
    runMs: { p50: 1000, p95: 2500, p99: 3000 },
    backlog: { default: 5 },
    busySlots: 3,
    slots: 4,
    ...otherwise,
  };
}

function statistics(points: Point[]): Schemas['Statistics'] {
  const { backlog, busySlots, slots, at, ...sums } = aPoint({
    submitted: 1200,
    succeeded: 1100,
    failed: 100,
  });
  return { window: '15m', stepSeconds: 10, points, totals: sums };
}

const THREE = ['00:00:00', '00:00:10', '00:00:20'].map((time) => aPoint({ at: `2026-01-01T${time}Z` }));

let server: FakeServer;

beforeEach(() => {
  server = adminServer()
    .on('GET /api/admin/statistics', statistics(THREE))
    .on('GET /api/admin/overview', { tasks: { WAITING: 1200, FAILED: 1 }, workers: [] });
});

const tile = async (label: string) => {
  const tiles = await screen.findByRole('list', { name: 'Key figures' });
  return within(tiles).getByText(label).closest('li');
};

test('the key figures summarise the window', async () => {
  await open('/admin');
  expect(await tile('Submitted')).toHaveTextContent('1,200');
  expect(await tile('Failed')).toHaveTextContent('8.3% of finished tasks');
  expect(await tile('Waiting time, p95')).toHaveTextContent('100 ms');
  expect(await tile('Run time, p95')).toHaveTextContent('2.5 s');
  expect(await tile('Backlog')).toHaveTextContent('5');
  expect(await tile('Workers busy')).toHaveTextContent('75%3 of 4 slots');
});

test('all tasks are counted by state, and each count links to them', async () => {
  await open('/admin');
  const states = await screen.findByRole('list', { name: 'Tasks by state' });
  const waiting = await within(states).findByRole('link', { name: /Waiting\s*1,200/ });
  expect(waiting).toHaveAttribute('href', '/admin/tasks?state=WAITING');
});

test('each chart is also available as a table', async () => {
  const { user } = await open('/admin');
  const chart = await screen.findByRole('region', { name: 'Waiting time' });
  expect(chart).toHaveTextContent('Half within 20 ms, 95 % within 100 ms, 99 % within 400 ms.');
  await user.click(within(chart).getByRole('radio', { name: 'Table' }));
  const table = within(chart).getByRole('table', { name: 'Waiting time' });
  expect(within(table).getAllByRole('row')).toHaveLength(4);
  expect(within(table).getAllByRole('row')[1]).toHaveTextContent('20 ms100 ms400 ms');
});

test('the address holds the window, and the request asks for it', async () => {
  const { user, router } = await open('/admin');
  await user.click(await screen.findByRole('radio', { name: '24 h' }));
  expect(router.state.location.search).toBe('?window=24h');
  expect(await screen.findByText('Activity in the last 24 hours.')).toBeVisible();
  expect(server.called('GET /api/admin/statistics').at(-1)?.url).toContain('window=24h');
});

test('the reasons why tasks do not run are shown first', async () => {
  const queue = { workers: 0, waiting: 7, mode: 'OPEN', name: 'mail' };
  server.on('GET /api/admin/queues', {
    items: [queue, { ...queue, name: 'video', mode: 'PAUSED', waiting: 0 }],
  });
  await open('/admin');
  const attention = await screen.findByRole('region', { name: 'Needs attention' });
  expect(
    within(attention)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['“mail” has no workers; tasks waiting: 7.', '“video” is paused.']);
});

test('a window in which nothing happened says so in each chart', async () => {
  const none = { p50: null, p95: null, p99: null };
  const still = aPoint({ waitMs: none, runMs: none, succeeded: 0, failed: 0, backlog: {}, busySlots: null });
  server.on('GET /api/admin/statistics', statistics([still, still]));
  await open('/admin');
  const chart = await screen.findByRole('region', { name: 'Run time' });
  expect(chart).toHaveTextContent('No activity in this window.');
});

test('a server error is shown with a way to try again', async () => {
  server.on('GET /api/admin/statistics', () => problem({ status: 403, title: 'You may not do this' }));
  const { user } = await open('/admin');
  expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
  server.on('GET /api/admin/statistics', () => json(statistics(THREE)));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await tile('Submitted')).toBeVisible();
});

test('axe finds nothing', async () => {
  await open('/admin');
  await tile('Submitted');
  expect(await violations()).toEqual([]);
});

test('live is the end of the shortest window and counts only that', () => {
  const old = aPoint({ submitted: 1000 });
  const points = [old, ...Array.from({ length: 30 }, () => aPoint({ submitted: 2 }))];
  const live = statisticsOf(statistics(points), true);
  expect(live.points).toHaveLength(30);
  expect(live.totals).toMatchObject({ submitted: 60, waitMs: { p95: 100 } });
});

test('the share of no tasks is null', () => {
  expect(successOf({ succeeded: 0, failed: 0 })).toBeNull();
  expect(successOf({ succeeded: 3, failed: 1 })).toBe(0.75);
});

test('queues are drawn in the order of their backlog, without the empty ones', () => {
  const points = [aPoint({ backlog: { mail: 3, video: 0 } }), aPoint({ backlog: { mail: 1, images: 9 } })];
  expect(fullestQueues(points)).toEqual(['images', 'mail']);
});

test('the second half of a window is compared with the first', () => {
  expect(trendOf([10, 10, 15, 15])).toBeCloseTo(0.5);
  expect(trendOf([10, null, 20, 5])).toBeCloseTo(0.25);
  expect(trendOf([0, 0, 5, 5])).toBeNull();
  expect(trendOf([])).toBeNull();
});
