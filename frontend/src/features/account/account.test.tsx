import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeServer, json, problem, token } from '@/testing/FakeServer';
import { open } from '@/testing/open';

function aServer() {
  return new FakeServer()
    .signedIn()
    .signedOut()
    .on('GET /api/tasks', { items: [], nextCursor: null })
    .on('GET /api/task-types', { items: [] });
}

test('signing in leads to the home page', async () => {
  aServer().on('POST /api/auth/login', async (request) => {
    expect(await request.json()).toEqual({ username: 'ada', password: 'secret words' });
    return json(token());
  });
  const { user } = await open('/');

  await user.type(await screen.findByLabelText('Username'), 'ada');
  await user.type(screen.getByLabelText('Password'), 'secret words');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));

  expect(await screen.findByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Account of ada, AL' })).toBeVisible();
});

test('wrong credentials show the server’s message', async () => {
  aServer().on('POST /api/auth/login', () =>
    problem({ status: 401, title: 'Username or password is incorrect', detail: 'Check both and try again.' }),
  );
  const { user } = await open('/sign-in');

  await user.type(await screen.findByLabelText('Username'), 'ada');
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Username or password is incorrect');
});

test('signing in leads to the requested page', async () => {
  aServer().on('POST /api/auth/login', () => json(token()));
  const { user, router } = await open('/submit');

  await user.type(await screen.findByLabelText('Username'), 'ada');
  await user.type(screen.getByLabelText('Password'), 'secret words');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));

  expect(await screen.findByText('Nothing to submit yet')).toBeVisible();
  expect(router.state.location.pathname).toBe('/submit');
});

async function register(user: Awaited<ReturnType<typeof open>>['user'], email = 'ada@example.org') {
  await user.type(await screen.findByRole('textbox', { name: /^Username/ }), 'ada');
  await user.type(screen.getByRole('textbox', { name: /^E-mail/ }), email);
  await user.type(screen.getByLabelText(/^Password/), 'secret words');
  await user.click(screen.getByRole('button', { name: 'Create account' }));
}

test('a registration error is shown at the field that the server names', async () => {
  aServer().on('POST /api/users', () =>
    problem({
      status: 409,
      title: 'This username is taken',
      errors: [{ pointer: '/username', detail: 'is taken' }],
    }),
  );
  const { user } = await open('/register');
  await register(user);

  const username = await screen.findByRole('textbox', {
    name: /^Username/,
    description: 'Username is taken.',
  });
  expect(username).toBeInvalid();
  expect(screen.getByRole('textbox', { name: /^E-mail/ })).toBeValid();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('obvious errors are shown without a request', async () => {
  const server = aServer();
  const { user } = await open('/register');
  await register(user, 'not an address');

  expect(await screen.findByText('Enter a valid e-mail address.')).toBeVisible();
  expect(server.called('POST /api/users')).toEqual([]);
});

function aServerThatRegisters() {
  return aServer().on('POST /api/users', async (request) => {
    const body = (await request.json()) as { username: string };
    expect(body).toMatchObject({ email: 'ada@example.org', firstName: null });
    return json({ ...body, id: 'u-1', roles: ['user'] }, 201);
  });
}

test('registering signs in at once', async () => {
  aServerThatRegisters().on('POST /api/auth/login', async (request) => {
    expect(await request.json()).toEqual({ username: 'ada', password: 'secret words' });
    return json(token());
  });
  const { user } = await open('/register');

  await register(user);

  expect(await screen.findByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
});

test('registering leads to the sign-in with the username filled in if signing in fails', async () => {
  aServerThatRegisters().on('POST /api/auth/login', () =>
    problem({ status: 503, title: 'Too many passwords are checked at the moment' }),
  );
  const { user } = await open('/register');
  await register(user);

  expect(await screen.findByText(/Welcome, ada\./)).toBeVisible();
  expect(screen.getByLabelText('Username')).toHaveValue('ada');
});

test('the sign-in leads to registering while registration is open', async () => {
  aServer();
  const { user } = await open('/sign-in');

  await user.click(await screen.findByRole('link', { name: 'Create an account' }));

  expect(await screen.findByRole('heading', { name: 'Create your account' })).toBeVisible();
});

function aClosedServer() {
  return aServer().on('GET /api/auth/options', { registration: 'closed' });
}

test('the sign-in offers no registration while it is closed', async () => {
  const server = aClosedServer();
  await open('/sign-in');

  await waitFor(() => expect(server.called('GET /api/auth/options')).toHaveLength(1));
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Create an account' })).toBeNull();
});

test('a link to a closed registration says so and shows no form', async () => {
  aClosedServer();
  await open('/register');

  expect(await screen.findByRole('heading', { name: 'Registration is closed' })).toBeVisible();
  expect(screen.getByText('Ask an administrator of this server for an account.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Create account' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('a rejected registration says when the next one is allowed', async () => {
  aServer().on('POST /api/users', () =>
    problem({ status: 429, title: 'Too many registrations', detail: 'Try again in 1800 seconds.' }),
  );
  const { user } = await open('/register');
  await register(user);

  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 1800 seconds.');
});

test('signing out closes the live connection and leads to the sign-in', async () => {
  const server = aServer()
    .signedIn()
    .on('POST /api/auth/logout', () => new Response(null, { status: 204 }));
  const { user, services } = await open('/tasks');
  await screen.findByRole('heading', { name: 'My tasks' });

  await user.click(await screen.findByRole('button', { name: 'Account of ada, AL' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(server.called('POST /api/auth/logout')).toHaveLength(1);
  expect(services.queries.getQueryCache().findAll({ queryKey: ['tasks'] })).toEqual([]);
});

test('an unreachable server is reported with a way to try again', async () => {
  const server = aServer().on('POST /api/auth/refresh', () => Promise.reject(new TypeError('network')));
  const { user } = await open('/tasks');
  expect(await screen.findByText('The server cannot be reached')).toBeVisible();

  server.signedIn();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'My tasks' })).toBeVisible();
});
