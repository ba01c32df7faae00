import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Schemas } from '@/lib/api/client';
import { aTask, aTaskType } from '@/testing/aTask';
import { FakeServer, json, problem } from '@/testing/FakeServer';
import { FakeSocket } from '@/testing/FakeSocket';
import { open } from '@/testing/open';
import { layoutOf } from './components/layout';

type Workflow = Schemas['Workflow'];
type Node = Schemas['WorkflowTask'];

const aNode = (id: string, needs: string[] = [], otherwise: Partial<Node> = {}): Node => ({
  id,
  taskId: `t-${id}`,
  type: 'reverse_string',
  state: 'WAITING',
  blocked: needs.length > 0,
  progress: 0,
  notice: null,
  needs: needs.map((task) => ({ task, onFailure: 'cancel' as const })),
  ...otherwise,
});

const aWorkflow = (otherwise: Partial<Workflow> = {}): Workflow => ({
  id: 'f-1',
  name: 'There and back',
  owner: 'u-1',
  state: 'RUNNING',
  progress: 0.5,
  counts: { WAITING: 1, SUCCEEDED: 1 },
  createdAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
  revision: 1,
  ...otherwise,
});

const aDetail = (otherwise: Partial<Workflow> = {}) => ({
  ...aWorkflow(otherwise),
  tasks: [aNode('there'), aNode('back', ['there'])],
});

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on('GET /api/task-types', { items: [aTaskType()] })
    .on('GET /api/workflows', { items: [aWorkflow()], nextCursor: null })
    .on('GET /api/workflows/f-1', aDetail());
});

async function openLive(route: string) {
  const opened = await open(route);
  await waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  act(() => FakeSocket.last.serverIsReady());
  await screen.findByRole('status', { name: 'Connection: Live' });
  return opened;
}

test('a workflow is listed with its progress and links to its graph', async () => {
  const { user } = await openLive('/workflows');
  expect(await screen.findByText(/1 of 2 tasks succeeded/)).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'There and back' }));
  expect(
    await screen.findByRole('link', { name: 'back: Waiting for other tasks, depends on there' }),
  ).toBeVisible();
});

test('the graph changes as the tasks run', async () => {
  await openLive('/workflows/f-1');
  await screen.findByRole('link', { name: 'there: Waiting' });
  act(() =>
    FakeSocket.last.serverTells(
      'running',
      aTask({ id: 't-there', workflow: 'f-1', state: 'RUNNING', revision: 3 }),
    ),
  );
  expect(await screen.findByRole('link', { name: 'there: Running' })).toHaveAttribute(
    'data-state',
    'RUNNING',
  );
});

test('an event of a workflow shows its new state', async () => {
  await openLive('/workflows');
  await screen.findByRole('article', { name: 'There and back' });
  act(() =>
    FakeSocket.last.serverSays({
      id: 'e-9',
      type: 'dev.millrace.workflow.succeeded',
      subject: 'f-1',
      data: aWorkflow({ state: 'SUCCEEDED', revision: 2 }),
    }),
  );
  expect(await screen.findByText('Succeeded')).toBeVisible();
});

test('a workflow that failed is retried', async () => {
  server.on('GET /api/workflows/f-1', {
    ...aWorkflow({ state: 'FAILED' }),
    tasks: [aNode('there', [], { state: 'FAILED' })],
  });
  server.on('POST /api/workflows/f-1/retry', () => json(aDetail({ revision: 5 }), 202));
  const { user } = await openLive('/workflows/f-1');
  await user.click(await screen.findByRole('button', { name: 'Retry failed tasks' }));
  expect(await screen.findByRole('button', { name: 'Cancel' })).toBeVisible();
});

test('each error in a workflow definition is shown at its line until it is fixed', async () => {
  server.on('GET /api/task-types', {
    items: [aTaskType(), aTaskType({ name: 'generate_random_number', title: 'Dice' })],
  });
  server.on('POST /api/workflows', () =>
    problem({
      status: 400,
      title: 'The request is not valid',
      errors: [{ pointer: '/tasks/1/parameters/text', detail: 'refers to nothing' }],
    }),
  );
  const { user, router } = await openLive('/workflows/new');
  const editor = await screen.findByRole('textbox', { name: 'Definition (JSON)' });
  expect(await screen.findByText('Dice')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Submit workflow' }));
  expect(await screen.findByText(/parameters\/text: Refers to nothing\./)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Line 18' })).toBeVisible();

  const written = (editor as HTMLTextAreaElement).value;
  fireEvent.change(editor, { target: { value: written.replace('"there"', '"there') } });
  expect(screen.getByRole('button', { name: 'Submit workflow' })).toBeDisabled();
  fireEvent.change(editor, { target: { value: written.replace('reverse_string', 'unheard_of') } });
  expect(screen.getByText(/\/tasks\/0\/type: Unknown task type/)).toBeVisible();

  server.on('POST /api/workflows', () => json(aDetail(), 202));
  fireEvent.change(editor, { target: { value: written } });
  await user.click(screen.getByRole('button', { name: 'Submit workflow' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/workflows/f-1'));
});

test('each task is to the right of its dependencies and next to its dependents', () => {
  const { nodes, edges } = layoutOf([
    aNode('d', ['b', 'c']),
    aNode('c', ['b']),
    aNode('b', ['a']),
    aNode('a'),
    aNode('e'),
  ]);
  expect(edges).toHaveLength(4);
  for (const { from, to } of edges) {
    expect(to.x).toBeGreaterThan(from.x);
  }
  const short = layoutOf([
    aNode('long'),
    aNode('middle', ['long']),
    aNode('short'),
    aNode('end', ['middle', 'short']),
  ]);
  const xOf = (id: string) => short.nodes.find(({ node }) => node.id === id)?.x;
  expect(xOf('short')).toBe(xOf('middle'));
  expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(5);
});
