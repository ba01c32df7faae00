import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '@/testing/accessibility';
import { adminServer } from '@/testing/adminServer';
import { aTask } from '@/testing/aTask';
import { type FakeServer, json, problem } from '@/testing/FakeServer';
import { open } from '@/testing/open';

const AS_OF = '2026-01-01T00:00:00Z';
const newest = aTask({ state: 'FAILED', error: { type: 'Stuck', message: 'The wheel is stuck.' } });

let server: FakeServer;

beforeEach(() => {
  server = adminServer()
    .on('GET /api/admin/failures', {
      items: [
        {
          type: 'reverse_string',
          errorType: 'Stuck',
          message: 'The wheel is stuck.',
          count: 7000,
          firstAt: AS_OF,
          lastAt: AS_OF,
          sampleTask: 't-1',
        },
      ],
    })
    .on('GET /api/admin/dead-letters', {
      groups: [{ type: 'reverse_string', errorType: 'Stuck', count: 7000, newest }],
    });
});

const theGroup = () => screen.findByRole('article', { name: 'Reverse a text' });

test('failures are grouped, and a group links to its tasks', async () => {
  await open('/admin/failures');
  const group = await screen.findByRole('row', { name: /The wheel is stuck\./ });
  expect(group).toHaveTextContent('7,000');
  expect(within(group).getByRole('link', { name: 'Show tasks' })).toHaveAttribute(
    'href',
    '/admin/tasks?state=FAILED&type=reverse_string&errorType=Stuck',
  );
});

test('the address holds the period, and the request starts at its beginning', async () => {
  const { user, router } = await open('/admin/failures');
  await user.click(await screen.findByRole('radio', { name: 'All' }));
  expect(router.state.location.search).toBe('?period=all');
  const [first, last] = [0, -1].map((n) => server.called('GET /api/admin/failures').at(n)?.url);
  expect(first).toContain('from=');
  expect(last).not.toContain('from=');
});

test('a period without failures says that nothing failed', async () => {
  server.on('GET /api/admin/failures', { items: [] });
  await open('/admin/failures?period=1h');
  expect(await screen.findByText('Nothing failed in the last hour.')).toBeVisible();
});

test('a group of dead letters is retried in rounds until none remains', async () => {
  const asked: unknown[] = [];
  server.on('POST /api/admin/tasks/bulk', async (request) => {
    asked.push(await request.json());
    const remaining = asked.length === 1 ? 2000 : 0;
    return json({ matched: 7000, changed: 5000 - asked.length, remaining, asOf: AS_OF });
  });
  const { user } = await open('/admin/dead-letters');
  expect(await screen.findByText('The wheel is stuck.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Retry all' }));
  await user.click(await screen.findByRole('button', { name: 'Retry 7,000 tasks' }));
  expect(await screen.findByText('Retried: 9,997 tasks.')).toBeVisible();
  expect(asked[1]).toMatchObject({
    filter: { state: ['FAILED'], type: 'reverse_string', errorType: 'Stuck' },
    asOf: AS_OF,
  });
});

async function openEdit() {
  const { user } = await open('/admin/dead-letters');
  await user.click(within(await theGroup()).getByRole('button', { name: 'Edit and retry all' }));
  const written = await screen.findByRole('textbox', { name: /Fields to replace/ });
  await user.clear(written);
  return { user, written };
}

test('a whole group is retried with one field replaced, and each task keeps its other fields', async () => {
  server
    .on('GET /api/admin/dead-letters', {
      groups: [{ type: 'reverse_string', errorType: 'Stuck', count: 2, newest }],
    })
    .on('GET /api/admin/tasks', (request) =>
      request.url.includes('cursor=')
        ? json({ items: [aTask({ id: 't-2', parameters: { text: 'mill', size: 2 } })], nextCursor: null })
        : json({ items: [aTask({ parameters: { text: 'mill', size: 1 } })], nextCursor: 'next' }),
    );
  const sent: unknown[] = [];
  for (const id of ['t-1', 't-2']) {
    server.on(`POST /api/admin/tasks/${id}/retry`, async (request) => {
      sent.push(await request.json());
      return json({ ...aTask(), timeline: [] }, 202);
    });
  }
  const { user, written } = await openEdit();
  await user.click(written);
  await user.paste('{"text": "water"}');
  await user.click(screen.getByRole('button', { name: 'Retry 2 tasks' }));
  expect(await screen.findByText('Retried with changes: 2 tasks.')).toBeVisible();
  expect(sent).toEqual([
    { parameters: { text: 'water', size: 1 } },
    { parameters: { text: 'water', size: 2 } },
  ]);
});

test('text that is no JSON object shows an error at its field, and nothing is sent', async () => {
  const { user, written } = await openEdit();
  await user.click(written);
  await user.paste('["text"]');
  await user.click(screen.getByRole('button', { name: 'Retry 1,000 tasks' }));
  expect(await screen.findByText(/Enter a JSON object/)).toBeVisible();
  expect(server.called('GET /api/admin/tasks')).toEqual([]);
});

test('tasks that cannot be retried with the changes are counted, with the reason', async () => {
  server
    .on('GET /api/admin/tasks', { items: [aTask()], nextCursor: null })
    .on('POST /api/admin/tasks/t-1/retry', () => problem({ status: 400, title: 'Text is too long' }));
  const { user, written } = await openEdit();
  await user.click(written);
  await user.paste('{"text": "water"}');
  await user.click(screen.getByRole('button', { name: /^Retry 1,000/ }));
  const told = await screen.findByRole('alert');
  expect(told).toHaveTextContent('1 task could not be retried');
  expect(told).toHaveTextContent('Text is too long');
});

test('an auditor sees the dead letters and cannot retry them', async () => {
  server.signedIn('u-1', ['user', 'auditor']);
  await open('/admin/dead-letters');
  const group = within(await theGroup());
  expect(group.getByRole('link', { name: 'Show tasks' })).toBeVisible();
  expect(group.queryByRole('button')).toBeNull();
});

test.each(['failures', 'dead-letters'])('axe finds nothing at %s', async (page) => {
  await open(`/admin/${page}`);
  await screen.findByText('The wheel is stuck.');
  expect(await violations()).toEqual([]);
});
