import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import type { FakeServer } from '@/testing/FakeServer';
import { open } from '@/testing/open';
import type { SystemState } from './useSystem';

const SYSTEM: SystemState = {
  version: '0.1.0',
  java: '17.0.15',
  server: 'Payara Micro',
  nodes: [
    {
      id: 'n-1',
      host: 'mill',
      version: '0.1.0',
      startedAt: '2026-01-01T00:00:00Z',
      lastSeenAt: '2026-01-01T00:00:00Z',
      self: true,
      leads: ['default', 'images'],
    },
  ],
  redis: { reachable: true, version: '7.0.15', mode: 'standalone', usedMemory: 1048576, maxMemory: 0 },
  database: { reachable: false },
  configuration: [
    { key: 'millrace.db.password', value: '••••', source: 'environment' },
    { key: 'millrace.origin', value: null, source: 'default' },
  ],
  health: { status: 'DOWN', database: 'DOWN', redis: 'UP', leadership: 'UP', loops: 'UP' },
};

let server: FakeServer;

beforeEach(() => {
  server = adminServer(['user', 'auditor']).on('GET /api/admin/system', SYSTEM);
});

test('each part shows its health', async () => {
  await open('/admin/system');
  expect(await screen.findByRole('region', { name: 'Redis' })).toHaveTextContent(/Up.*7\.0\.15.*1 MB/);
  expect(screen.getByRole('region', { name: 'Database' })).toHaveTextContent('Down');
  expect(screen.getByRole('region', { name: 'Millrace' })).toHaveTextContent(/Down.*0\.1\.0.*Payara Micro/);
});

test('a Redis with known vulnerabilities has a notice beside its version', async () => {
  const versionNotice = 'Redis 7.0.15 has known vulnerabilities.';
  server.on('GET /api/admin/system', { ...SYSTEM, redis: { ...SYSTEM.redis, versionNotice } });
  await open('/admin/system');
  expect(await screen.findByRole('region', { name: 'Redis' })).toHaveTextContent(
    /Notice.*known vulnerabilities\./,
  );
});

test('a Redis that rejects writes is not shown as up, and the reason is shown', async () => {
  const health = { ...SYSTEM.health, redis: 'REFUSING' as const, redisReason: 'Its memory is full.' };
  server.on('GET /api/admin/system', { ...SYSTEM, health });
  await open('/admin/system');
  const redis = await screen.findByRole('region', { name: 'Redis' });
  expect(redis).toHaveTextContent(/Rejects writes.*Its memory is full\./);
  expect(redis).not.toHaveTextContent('Up');
});

test('each node shows the queues that it leads', async () => {
  await open('/admin/system');
  const nodes = within(await screen.findByRole('table', { name: 'Nodes' }));
  expect(nodes.getByRole('row', { name: /^mill/ })).toHaveTextContent(/this node.*default, images/);
});

test('the configuration is searched, by key or value, and secrets stay masked', async () => {
  const { user, router } = await open('/admin/system');
  const table = await screen.findByRole('table', { name: 'Effective configuration' });
  expect(within(table).getByRole('row', { name: /db\.password/ })).toHaveTextContent('••••');
  await user.type(screen.getByRole('searchbox'), 'origin');
  await waitFor(() => expect(within(table).queryByRole('row', { name: /db\.password/ })).toBeNull());
  expect(within(table).getByRole('row', { name: /origin/ })).toHaveTextContent('not set');
  expect(router.state.location.search).toBe('?search=origin');
  await user.type(screen.getByRole('searchbox'), 'x');
  expect(await screen.findByText('No matching key or value.')).toBeVisible();
});

test('a page that can no longer be refreshed keeps its data under a warning', async () => {
  const { services } = await open('/admin/system');
  await screen.findByRole('region', { name: 'Redis' });
  server.on('GET /api/admin/system', () => new Response('{}', { status: 503 }));
  await services.queries.refetchQueries({ queryKey: ['admin', 'system'] });
  expect(await screen.findByRole('alert')).toHaveTextContent('This may be out of date');
  expect(screen.getByRole('region', { name: 'Redis' })).toBeVisible();
});

test('axe finds nothing', async () => {
  await open('/admin/system');
  await screen.findByRole('region', { name: 'Redis' });
  expect(await violations()).toEqual([]);
});
