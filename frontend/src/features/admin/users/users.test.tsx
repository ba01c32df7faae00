import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import { type FakeServer, json, problem } from '@/testing/FakeServer';
import { open } from '@/testing/open';
import type { User } from './useUsers';

function aUser(otherwise: Partial<User> = {}): User {
  return {
    id: 'u-9',
    username: 'grace',
    email: 'grace@example.org',
    firstName: 'Grace',
    lastName: 'Hopper',
    roles: ['user'],
    disabled: false,
    createdAt: '2026-01-01T00:00:00Z',
    lastSignInAt: null,
    limits: { weight: 1, maxRunning: null, maxWaiting: null },
    ...otherwise,
  };
}

const ME = aUser({ id: 'u-1', username: 'ada', firstName: 'Ada', lastName: 'Lovelace' });

let server: FakeServer;

beforeEach(() => {
  server = adminServer().on('GET /api/admin/users', { items: [aUser(), ME], nextCursor: null });
});

const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });

async function choose(name: string, action: string) {
  const opened = await open('/admin/users');
  await opened.user.click(within(await row(name)).getByRole('button', { name: /^Actions for/ }));
  await opened.user.click(await screen.findByRole('menuitem', { name: action }));
  return opened;
}

test('the address determines the search for users', async () => {
  const { user, router } = await open('/admin/users?state=disabled');
  await user.type(await screen.findByRole('searchbox', { name: 'Search' }), 'hopper');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Auditor');
  await waitFor(() =>
    expect(router.state.location.search).toBe('?state=disabled&role=auditor&search=hopper'),
  );
  await waitFor(() => {
    const asked = new URL(server.called('GET /api/admin/users').at(-1)?.url ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ state: 'disabled', role: 'auditor', search: 'hopper' });
  });
});

test('a user is shown with name, roles and last sign-in', async () => {
  server.on('GET /api/admin/users', {
    items: [aUser({ limits: { weight: 3, maxRunning: 10, maxWaiting: null }, disabled: true })],
    nextCursor: null,
  });
  await open('/admin/users');
  expect(await row('Grace Hopper')).toHaveTextContent(
    /grace · grace@example\.org.*User.*Disabled.*weight 3, 10 in flight.*never/,
  );
});

test('changing roles leaves the rest of a user unchanged', async () => {
  server.on('PATCH /api/admin/users/u-9', async (request) => {
    expect(await request.json()).toEqual({ roles: ['user', 'auditor'] });
    return json(aUser({ roles: ['user', 'auditor'] }));
  });
  const { user } = await choose('Grace Hopper', 'Roles');
  await user.click(await screen.findByRole('checkbox', { name: 'Auditor' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.called('PATCH /api/admin/users/u-9')).toHaveLength(1);
});

test('limits are set, and an empty one restores the default', async () => {
  server.on('PUT /api/admin/users/u-9/limits', async (request) => {
    expect(await request.json()).toEqual({ weight: 4, maxRunning: null, maxWaiting: 50 });
    return json({});
  });
  const { user } = await choose('Grace Hopper', 'Limits');
  const weight = await screen.findByRole('textbox', { name: 'Weight' });
  await user.clear(weight);
  await user.type(weight, '4');
  await user.type(screen.getByRole('textbox', { name: 'Maximum waiting tasks' }), '50');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a user is disabled after confirmation, and the dialog shows the server’s error', async () => {
  server.on('PATCH /api/admin/users/u-9', () =>
    problem({ status: 409, title: 'The last admin cannot be removed', detail: 'grace is the last admin.' }),
  );
  const { user } = await choose('Grace Hopper', 'Disable');
  const question = await screen.findByRole('dialog', { name: 'Disable grace?' });
  await user.click(within(question).getByRole('button', { name: 'Disable' }));
  expect(await within(question).findByRole('alert')).toHaveTextContent('grace is the last admin.');
});

test.each([
  { endApiTokens: true, when: 'by default' },
  { endApiTokens: false, when: 'on request' },
])(
  'a user is signed out everywhere, $when with API tokens revoked: $endApiTokens',
  async ({ endApiTokens }) => {
    server.on('POST /api/admin/users/u-9/sign-out', async (request) => {
      expect(await request.json()).toEqual({ endApiTokens });
      return new Response(null, { status: 204 });
    });
    const { user } = await choose('Grace Hopper', 'Sign out everywhere');
    const question = await screen.findByRole('dialog');
    if (!endApiTokens) {
      await user.click(within(question).getByRole('checkbox', { name: 'Revoke their API tokens as well' }));
    }
    await user.click(within(question).getByRole('button', { name: 'Sign out everywhere' }));
    expect(await screen.findByText('grace is signed out everywhere.')).toBeVisible();
  },
);

test('people cannot demote or disable themselves', async () => {
  const { user } = await open('/admin/users');
  await user.click(within(await row('Ada Lovelace')).getByRole('button', { name: /^Actions for/ }));
  const offered = await screen.findAllByRole('menuitem');
  expect(offered.map((item) => item.textContent)).toEqual(['Show tasks', 'Limits', 'Sign out everywhere']);
});

test('an auditor sees the users without actions', async () => {
  server.signedIn('u-1', ['user', 'auditor']);
  await open('/admin/users');
  expect(within(await row('Grace Hopper')).queryByRole('button')).toBeNull();
});

test('axe finds nothing', async () => {
  await open('/admin/users');
  await row('Grace Hopper');
  expect(await violations()).toEqual([]);
});
