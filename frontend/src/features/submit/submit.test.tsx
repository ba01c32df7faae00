import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json, problem } from '@/testing/FakeServer';
import { FakeSocket } from '@/testing/FakeSocket';
import { open } from '@/testing/open';

const SUBMIT = 'POST /api/tasks';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', {
      items: [aTaskType(), aTaskType({ name: 'grind', title: 'Grind coffee', workersOnline: 0 })],
    })
    .on('GET /api/queues', {
      items: [
        { name: 'default', mode: 'OPEN', workers: 2 },
        { name: 'empty', mode: 'OPEN', workers: 0 },
        { name: 'other', mode: 'OPEN', workers: 1 },
      ],
    })
    .on('GET /api/tasks', { items: [], nextCursor: null });
});

const theText = () => screen.findByRole('textbox', { name: /^Text/ });
const send = () => screen.getByRole('button', { name: 'Submit task' });

test('a form is drawn from the schema and filled in with the example', async () => {
  const { user } = await open('/submit');
  await user.click(await screen.findByRole('link', { name: /Reverse a text/ }));
  expect(await theText()).toHaveValue('mill');
});

test('a submitted task is in the list before its first event', async () => {
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

test('choosing a queue without workers for the type shows a warning before submission', async () => {
  server.on(SUBMIT, async (request) => {
    expect(await request.json()).toMatchObject({ queue: 'other' });
    return json(aTask({ queue: 'other' }), 202);
  });
  const { user } = await open('/submit/reverse_string');
  await theText();
  const queue = screen.getByRole('combobox', { name: 'Queue' });
  await screen.findByRole('option', { name: 'empty' });
  expect(screen.queryByRole('note')).toBeNull();

  await user.selectOptions(queue, 'empty');
  expect(await screen.findByText(/No worker serves the queue “empty”/)).toBeVisible();
  await user.selectOptions(queue, 'other');
  expect(await screen.findByText(/No worker of the queue “other” offers this task type/)).toBeVisible();

  await user.click(send());
  await waitFor(() => expect(server.called(SUBMIT)).toHaveLength(1));
});

test('a type without workers in its own queue says so, even if workers elsewhere offer it', async () => {
  server.on('GET /api/task-types', {
    items: [
      aTaskType({ queues: [{ name: 'other', workers: 1 }], notice: "No worker reads the queue 'default'." }),
    ],
  });
  await open('/submit/reverse_string');
  expect(await screen.findByText('No worker reads the queue “default”.')).toBeVisible();
  expect(screen.getAllByText('No worker for its queue')).not.toHaveLength(0);
});

test('a schema violation shows an error at its field, and nothing is sent', async () => {
  const { user } = await open('/submit/reverse_string');
  await user.clear(await theText());
  await user.click(send());

  expect(
    await screen.findByRole('textbox', { name: /^Text/, description: /This field is required\./ }),
  ).toBeInvalid();
  expect(server.called(SUBMIT)).toEqual([]);
});

test('a server error stays at its field until the field changes', async () => {
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

test('an error without a field is shown above the button', async () => {
  server.on(SUBMIT, () => problem({ status: 413, title: 'Too large', detail: 'At most 2 MB.' }));
  const { user } = await open('/submit/reverse_string');
  await theText();
  await user.click(send());
  expect(await screen.findByRole('alert')).toHaveTextContent('At most 2 MB.');
});

test('a repeated submission has the same key, a changed one a new key', async () => {
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

test('the errors of a form are listed beside its button until the next change', async () => {
  const { user } = await open('/submit/reverse_string');
  await user.clear(await theText());
  await user.click(send());

  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Correct these fields firstText: This field is required.',
  );
  await user.type(await theText(), 'mill');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('an error about a parameter without a field is shown, too', async () => {
  server.on(SUBMIT, () =>
    problem({
      status: 400,
      title: 'The request is not valid',
      errors: [{ pointer: '/parameters/secret', detail: 'is required' }],
    }),
  );
  const { user } = await open('/submit/reverse_string');
  await theText();
  await user.click(send());
  expect(await screen.findByRole('alert')).toHaveTextContent('secret: Is required.');
});

test('a pattern that the browser cannot compile does not block submission', async () => {
  const text = { type: 'string', title: 'Text', pattern: '(?i)MILL' };
  server
    .on('GET /api/task-types', {
      items: [aTaskType({ parametersSchema: { type: 'object', properties: { text } } })],
    })
    .on(SUBMIT, () => json(aTask(), 202));
  const { user } = await open('/submit/reverse_string');
  await theText();
  await user.click(send());
  await waitFor(() => expect(server.called(SUBMIT)).toHaveLength(1));
});

test('numbers of an earlier task and typed numbers keep every digit', async () => {
  const answer = (body: string, status = 200) =>
    new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
  const number = (title: string, type: string) => ({ type, title, maximum: 'MAX' });
  const type = JSON.stringify({
    items: [
      aTaskType({
        parametersSchema: {
          type: 'object',
          properties: {
            id: number('Serial', 'integer'),
            amount: number('Amount', 'number'),
            share: number('Share', 'number'),
          },
        },
      }),
    ],
  }).replaceAll('"MAX"', '9223372036854775807');
  const earlier = JSON.stringify(aTask()).replace(
    '{"text":"mill"}',
    '{"id":9007199254740993,"amount":12345678901234567.89,"share":0.5}',
  );
  server
    .on('GET /api/task-types', () => answer(type))
    .on('GET /api/tasks/t-1', () => answer(earlier))
    .on(SUBMIT, () => answer(earlier, 202));
  const { user } = await open('/submit/reverse_string?from=t-1');

  expect(await screen.findByRole('textbox', { name: /^Serial/ })).toHaveValue('9007199254740993');
  expect(screen.getByRole('textbox', { name: /^Amount/ })).toHaveValue('12345678901234567.89');
  await user.clear(screen.getByRole('textbox', { name: /^Share/ }));
  await user.type(screen.getByRole('textbox', { name: /^Share/ }), '0.12345678901234567891');
  await user.click(send());

  await waitFor(() => expect(server.called(SUBMIT)).toHaveLength(1));
  expect(await server.called(SUBMIT)[0]?.text()).toContain(
    '{"id":9007199254740993,"amount":12345678901234567.89,"share":0.12345678901234567891}',
  );
});

test('choices of long numbers show every digit', async () => {
  const type = JSON.stringify({
    items: [
      aTaskType({
        parametersSchema: {
          type: 'object',
          properties: { batch: { title: 'Batch', enum: ['BATCH', 'NEXT'] } },
        },
        example: {},
      }),
    ],
  })
    .replace('"BATCH"', '9007199254740993')
    .replace('"NEXT"', '9007199254740995');
  const answer = (body: string, status = 200) =>
    new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
  server.on('GET /api/task-types', () => answer(type)).on(SUBMIT, () => answer(JSON.stringify(aTask()), 202));
  const { user } = await open('/submit/reverse_string');

  await user.click(await screen.findByRole('combobox', { name: /^Batch/ }));
  await user.click(await screen.findByRole('option', { name: '9007199254740995', hidden: true }));
  await user.click(send());

  await waitFor(() => expect(server.called(SUBMIT)).toHaveLength(1));
  expect(await server.called(SUBMIT)[0]?.text()).toContain('{"batch":9007199254740995}');
});

test('a type that no worker offers says that it will wait', async () => {
  await open('/submit/grind');
  expect(
    await screen.findByText('No worker offers this task type right now; the task will wait.'),
  ).toBeVisible();
});

test('the search narrows the task types', async () => {
  const { user } = await open('/submit');
  await user.type(await screen.findByRole('searchbox', { name: 'Search task types' }), 'coffee');
  expect(screen.queryByRole('link', { name: /Reverse a text/ })).toBeNull();
  expect(screen.getByRole('link', { name: /Grind coffee/ })).toBeVisible();
});
