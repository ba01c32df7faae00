import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import type { FakeServer } from '@/testing/FakeServer';
import { open } from '@/testing/open';

const MESSAGE = {
  stream: 'results:default',
  id: '17-0',
  at: '2026-01-01T00:00:00Z',
  reason: 'The field ‘claim’ is missing.',
  fields: { kind: 'succeeded' },
};

let server: FakeServer;

beforeEach(() => {
  server = adminServer().on('GET /api/admin/rejected', {
    items: [MESSAGE],
    counts: { 'results:default': 14 },
  });
});

const theMessage = () => screen.findByRole('row', { name: /^The field ‘claim’ is missing\./ });

test('a rejected message shows its reason and expands to its fields', async () => {
  const { user } = await open('/admin/rejected');
  expect(await screen.findByText('14 in results:default')).toBeVisible();
  const unfolder = within(await theMessage()).getByRole('button', { name: 'Details of message 17-0' });
  expect(unfolder).toHaveAttribute('aria-expanded', 'false');
  await user.click(unfolder);
  expect(await screen.findByText(/"kind": "succeeded"/)).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('a rejected message is deleted after confirmation', async () => {
  const { user } = await open('/admin/rejected');
  server.on('DELETE /api/admin/rejected/results%3Adefault/17-0', () => {
    server.on('GET /api/admin/rejected', { items: [], counts: {} });
    return new Response(null, { status: 204 });
  });
  await user.click(within(await theMessage()).getByRole('button', { name: /^Delete/ }));
  const question = await screen.findByRole('dialog', { name: 'Delete message?' });
  await user.click(within(question).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('heading', { name: 'No rejected messages' })).toBeVisible();
});

test('an auditor cannot delete', async () => {
  server.signedIn('u-1', ['user', 'auditor']);
  await open('/admin/rejected');
  expect(within(await theMessage()).queryByRole('button', { name: /^Delete/ })).toBeNull();
});
