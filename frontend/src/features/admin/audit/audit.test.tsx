import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import { type FakeServer, json } from '@/testing/FakeServer';
import { open } from '@/testing/open';

const ENTRY = {
  id: 'a-1',
  at: '2026-01-01T00:00:00Z',
  actor: 'ada',
  action: 'queue.pause',
  targetKind: 'queue',
  target: 'default',
  details: 'for the night',
  address: '192.0.2.7',
};

let server: FakeServer;

beforeEach(() => {
  server = adminServer(['user', 'auditor']).on('GET /api/admin/audit', {
    items: [ENTRY],
    nextCursor: null,
  });
});

const asked = () =>
  Object.fromEntries(new URL(server.called('GET /api/admin/audit').at(-1)?.url ?? '').searchParams);
const theEntry = () => screen.findByRole('row', { name: /^Paused a queue/ });

test('an entry shows actor, action, target and address, and expands to its details', async () => {
  const { user } = await open('/admin/audit');
  expect(await theEntry()).toHaveTextContent(/ada.*queue default.*192\.0\.2\.7/);
  await user.click(within(await theEntry()).getByRole('button', { name: 'Details of Paused a queue' }));
  expect(await screen.findByText('for the night')).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('the address holds the filters; days are in the reader’s zone, and the last one is included', async () => {
  const { user, router } = await open('/admin/audit?from=2026-01-01&to=2026-01-01');
  await theEntry();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Action' }), 'Queues');
  await user.type(screen.getByRole('searchbox', { name: 'Actor' }), 'ada');
  await waitFor(() =>
    expect(router.state.location.search).toBe('?from=2026-01-01&to=2026-01-01&action=queue&actor=ada'),
  );
  await waitFor(() =>
    expect(asked()).toMatchObject({
      action: 'queue',
      actor: 'ada',
      from: new Date(2026, 0, 1).toISOString(),
      to: new Date(2026, 0, 2).toISOString(),
    }),
  );
});

test('the matching entries are saved as a file', async () => {
  server.on(
    'GET /api/admin/audit.csv',
    () => new Response('"at"', { headers: { 'Content-Type': 'text/csv' } }),
  );
  const saved = vi.fn();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved(this.download);
  });
  URL.createObjectURL = () => 'blob:1';
  URL.revokeObjectURL = () => {};
  const { user } = await open('/admin/audit?actor=ada');
  await user.click(await screen.findByRole('button', { name: 'Export as CSV' }));
  await waitFor(() => expect(saved).toHaveBeenCalledWith('millrace-audit.csv'));
  expect(server.called('GET /api/admin/audit.csv')[0]?.url).toContain('actor=ada');
});

test('older entries are loaded on demand', async () => {
  server.on('GET /api/admin/audit', (request) =>
    request.url.includes('cursor=next')
      ? json({ items: [{ ...ENTRY, id: 'a-0', action: 'queue.resume' }], nextCursor: null })
      : json({ items: [ENTRY], nextCursor: 'next' }),
  );
  const { user } = await open('/admin/audit');
  await user.click(await screen.findByRole('button', { name: 'Load more' }));
  expect(await screen.findByRole('row', { name: /^Resumed a queue/ })).toBeVisible();
});

test('filters that nothing matches say so', async () => {
  server.on('GET /api/admin/audit', { items: [], nextCursor: null });
  await open('/admin/audit?actor=nobody');
  expect(await screen.findByText('No entry matches all of these filters.')).toBeVisible();
});
