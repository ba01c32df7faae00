import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { aTask, aTaskType } from '../../testing/aTask';
import { FakeServer, json, problem } from '../../testing/FakeServer';
import { FakeSocket } from '../../testing/FakeSocket';
import { open } from '../../testing/open';

const SUBMIT = 'POST /api/tasks';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', {
      items: [aTaskType(), aTaskType({ name: 'grind', title: 'Grind coffee', workersOnline: 0 })],
    })
    .on('GET /api/tasks', { items: [], nextCursor: null });
});

const theText = () => screen.findByRole('textbox', { name: /^Text/ }, { timeout: 10_000 });
const send = () => screen.getByRole('button', { name: 'Submit task' });

test('a form is drawn from the schema and filled in with the example', async () => {
  const { user } = await open('/submit');
  await user.click(await screen.findByRole('link', { name: /Reverse a text/ }));
  expect(await theText()).toHaveValue('mill');
});

test('a submitted task is in the list before any event tells of it', async () => {
  server.on(SUBMIT, async (request) => {
    expect(await request.json()).toEqual({
      type: 'reverse_string',
      parameters: { text: 'water' },
      priority: 5,
    });
    return json(aTask(), 202);
  });
  const { user, router } = await open('/tasks');
  await waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  act(() => FakeSocket.last.serverIsReady());
  await user.click(await screen.findByRole('link', { name: 'Submit your first task' }));
  await user.click(await screen.findByRole('link', { name: /Reverse a text/ }));

  await user.clear(await theText());
  await user.type(await theText(), 'water');
  await user.click(send());

  expect(await screen.findByRole('article', { name: 'Reverse a text' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/tasks');
});

test('what the schema forbids is told at the field, and nothing is sent', async () => {
  const { user } = await open('/submit/reverse_string');
  await user.clear(await theText());
  await user.click(send());

  expect(await screen.findByRole('textbox', { name: /^Text/, description: /Fill this in\./ })).toBeInvalid();
  expect(server.called(SUBMIT)).toEqual([]);
});

test('a fault that the server finds stands at its field until that changes', async () => {
  server.on(SUBMIT, () =>
    problem({
      status: 400,
      title: 'The parameters do not fit the task type',
      errors: [{ pointer: '/parameters/text', detail: 'must not be rude' }],
    }),
  );
  const { user } = await open('/submit/reverse_string');
  await theText();
  await user.click(send());

  expect(
    await screen.findByRole('textbox', { name: /^Text/, description: /Must not be rude\./ }),
  ).toBeInvalid();
  expect(screen.queryByRole('alert')).toBeNull();

  await user.type(await theText(), '!');
  await waitFor(() => expect(screen.queryByText('Must not be rude.')).toBeNull());
});

test('a fault that has no field is told above the button', async () => {
  server.on(SUBMIT, () => problem({ status: 413, title: 'Too large', detail: 'At most 2 MB.' }));
  const { user } = await open('/submit/reverse_string');
  await theText();
  await user.click(send());
  expect(await screen.findByRole('alert')).toHaveTextContent('At most 2 MB.');
});

test('the same submission sent again has the same key, a changed one another', async () => {
  server.on(SUBMIT, () => problem({ status: 503, title: 'Not available' }));
  const { user } = await open('/submit/reverse_string');
  await theText();
  for (const text of ['', '', '!']) {
    if (text) {
      await user.type(await theText(), text);
    }
    await user.click(send());
    await screen.findByRole('alert');
  }
  const keys = server.called(SUBMIT).map((request) => request.headers.get('Idempotency-Key'));
  expect(keys).toHaveLength(3);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('a type that no worker offers says that it will wait', async () => {
  await open('/submit/grind');
  expect(await screen.findByText('No worker offers this right now; it will wait.')).toBeVisible();
});

test('the search narrows the task types', async () => {
  const { user } = await open('/submit');
  await user.type(await screen.findByRole('searchbox', { name: 'Search task types' }), 'coffee');
  expect(screen.queryByRole('link', { name: /Reverse a text/ })).toBeNull();
  expect(screen.getByRole('link', { name: /Grind coffee/ })).toBeVisible();
});
