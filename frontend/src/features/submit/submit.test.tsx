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

test('a queue is chosen, and one where nobody runs the type says so before anything is sent', async () => {
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

test('a type that nobody runs in its own queue says so, also if workers offer it elsewhere', async () => {
  server.on('GET /api/task-types', {
    items: [
      aTaskType({ queues: [{ name: 'other', workers: 1 }], notice: "No worker reads the queue 'default'." }),
    ],
  });
  await open('/submit/reverse_string');
  expect(await screen.findByText('No worker reads the queue “default”.')).toBeVisible();
  expect(screen.getAllByText('No worker for its queue')).not.toHaveLength(0);
});

test('what the schema forbids is told at the field, and nothing is sent', async () => {
  const { user } = await open('/submit/reverse_string');
  await user.clear(await theText());
  await user.click(send());

  expect(
    await screen.findByRole('textbox', { name: /^Text/, description: /This field is required\./ }),
  ).toBeInvalid();
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

test('what keeps a form from being sent is said beside the button, too, and goes with the next change', async () => {
  const { user } = await open('/submit/reverse_string');
  await user.clear(await theText());
  await user.click(send());

  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Correct these fields firstText: This field is required.',
  );
  await user.type(await theText(), 'mill');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a fault of a parameter that the form does not show is told all the same', async () => {
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

test('a pattern that no browser can read does not keep the form from being sent', async () => {
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

test('numbers of an earlier task are shown and sent again with every digit, and so are those that are typed', async () => {
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

test('numbers of many digits are offered as they are written', async () => {
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
