import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, problem } from '@/testing/FakeServer';
import { open } from '@/testing/open';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1';

const aSession = (id: string, otherwise: object = {}) => ({
  id,
  signedInAt: '2026-01-01T06:00:00Z',
  lastSeenAt: '2026-01-01T08:00:00Z',
  expiresAt: '2026-01-31T08:00:00Z',
  address: '192.0.2.7',
  userAgent: FIREFOX,
  current: false,
  ...otherwise,
});

const aToken = {
  id: 'k-1',
  name: 'nightly import',
  scopes: ['tasks:read'],
  createdAt: '2026-01-01T06:00:00Z',
  expiresAt: '2026-04-01T06:00:00Z',
  lastUsedAt: null,
};

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/users/me/sessions', {
      items: [aSession('s-1', { current: true }), aSession('s-2', { userAgent: IPHONE })],
    })
    .on('GET /api/users/me/tokens', { items: [aToken] });
});

async function openAccount() {
  const opened = await open('/account');
  await screen.findByRole('region', { name: 'Profile' });
  await screen.findByText('nightly import');
  await screen.findByText('This session');
  return opened;
}

const region = (name: string) => within(screen.getByRole('region', { name }));

test('changing the profile shows the new name on the page', async () => {
  server.on('PATCH /api/users/me', async (request) => {
    expect(await request.json()).toEqual({ email: 'ada@example.org', firstName: 'Ada', lastName: 'Byron' });
    return json({
      id: 'u-1',
      username: 'ada',
      email: 'ada@example.org',
      firstName: 'Ada',
      lastName: 'Byron',
      roles: ['user'],
    });
  });
  const { user } = await openAccount();
  const last = region('Profile').getByLabelText('Last name');
  expect(region('Profile').getByRole('button', { name: 'Save profile' })).toBeDisabled();
  await user.clear(last);
  await user.type(last, 'Byron');
  await user.click(region('Profile').getByRole('button', { name: 'Save profile' }));
  expect(await screen.findByText('Profile saved.')).toBeVisible();
});

test('a new e-mail address requires the password, and a wrong one shows an error at its field', async () => {
  server.on('PATCH /api/users/me', async (request) => {
    expect(await request.json()).toMatchObject({ email: 'ada@mill.example.org', currentPassword: 'wrong' });
    return problem({
      status: 400,
      title: 'The request is not valid',
      errors: [{ pointer: '/currentPassword', detail: 'is incorrect' }],
    });
  });
  const { user } = await openAccount();
  expect(region('Profile').queryByLabelText(/Current password/)).toBeNull();
  const email = region('Profile').getByLabelText(/E-mail/);
  await user.clear(email);
  await user.type(email, 'ada@mill.example.org');
  expect(region('Profile').getByRole('button', { name: 'Save profile' })).toBeDisabled();
  await user.type(region('Profile').getByLabelText(/Current password/), 'wrong');
  await user.click(region('Profile').getByRole('button', { name: 'Save profile' }));
  expect(await screen.findByText('Is incorrect.')).toBeVisible();
});

test.each([true, false])('a new password revokes the API tokens on request: %s', async (endApiTokens) => {
  server.on('PUT /api/users/me/password', async (request) => {
    expect(await request.json()).toEqual({
      currentPassword: 'stone-ground',
      newPassword: 'two turtle doves',
      endApiTokens,
    });
    return new Response(null, { status: 204 });
  });
  const { user } = await openAccount();
  await user.type(region('Password').getByLabelText('Current password'), 'stone-ground');
  await user.type(region('Password').getByLabelText('New password'), 'two turtle doves');
  if (!endApiTokens) {
    await user.click(region('Password').getByRole('checkbox', { name: 'Revoke my API tokens as well' }));
  }
  await user.click(region('Password').getByRole('button', { name: 'Change password' }));
  expect(await screen.findByText(/Password changed/)).toBeVisible();
});

test('a wrong current password shows an error at its field', async () => {
  server.on('PUT /api/users/me/password', () =>
    problem({
      status: 400,
      title: 'The request is not valid',
      errors: [{ pointer: '/currentPassword', detail: 'is incorrect' }],
    }),
  );
  const { user } = await openAccount();
  await user.type(region('Password').getByLabelText('Current password'), 'wrong');
  await user.type(region('Password').getByLabelText('New password'), 'two turtle doves');
  await user.click(region('Password').getByRole('button', { name: 'Change password' }));
  expect(await screen.findByText('Is incorrect.')).toBeVisible();
});

test('another session can be signed out alone, this one only with all', async () => {
  server.on('DELETE /api/users/me/sessions/s-2', () => new Response(null, { status: 204 }));
  const { user } = await openAccount();
  expect(screen.getByText('Firefox, Linux')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Sign out Firefox, Linux' })).toBeNull();
  server.on('GET /api/users/me/sessions', { items: [aSession('s-1', { current: true })] });
  await user.click(screen.getByRole('button', { name: 'Sign out Safari, iOS' }));
  await waitFor(() => expect(screen.queryByText('Safari, iOS')).toBeNull());
});

test('signing out everywhere ends this session too', async () => {
  server.on('DELETE /api/users/me/sessions', () => new Response(null, { status: 204 }));
  const { user } = await openAccount();
  await user.click(screen.getByRole('button', { name: 'Sign out everywhere' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign out everywhere?' });
  await user.click(await within(dialog).findByRole('button', { name: 'Sign out everywhere' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a token is shown once and stored nowhere', async () => {
  server.on('POST /api/users/me/tokens', async (request) => {
    expect(await request.json()).toEqual({
      name: 'backup',
      scopes: ['tasks:read'],
      expiresInDays: 90,
      currentPassword: 'stone-ground',
    });
    return json({ ...aToken, id: 'k-2', name: 'backup', token: 'h.secret.s' }, 201);
  });
  const { user } = await openAccount();
  await user.click(screen.getByRole('button', { name: 'New token' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New token' }));
  await user.type(await dialog.findByLabelText('Name'), 'backup');
  await user.click(dialog.getByRole('checkbox', { name: 'Submit and change tasks' }));
  expect(dialog.getByRole('button', { name: 'Create token' })).toBeDisabled();
  await user.type(dialog.getByLabelText('Current password'), 'stone-ground');
  await user.click(dialog.getByRole('button', { name: 'Create token' }));
  expect(await screen.findByText('h.secret.s')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'I have copied it' }));
  await waitFor(() => expect(screen.queryByText('h.secret.s')).toBeNull());
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('secret');
});

test('a token is revoked after confirmation', async () => {
  server.on('DELETE /api/users/me/tokens/k-1', () => new Response(null, { status: 204 }));
  const { user } = await openAccount();
  server.on('GET /api/users/me/tokens', { items: [] });
  await user.click(screen.getByRole('button', { name: 'Revoke nightly import' }));
  await user.click(await screen.findByRole('button', { name: 'Revoke token' }));
  expect(await screen.findByText('No API tokens yet.')).toBeVisible();
});
