import { type InfiniteData, QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import type { Task, TaskPage } from '@/lib/api/client';
import { aTask } from '@/testing/aTask';
import { TaskCache, taskKeys } from './TaskCache';

let queries: QueryClient;
let cache: TaskCache;

const at = (minute: number, otherwise: Partial<Task> = {}) =>
  aTask({
    id: `t-${minute}`,
    createdAt: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
    ...otherwise,
  });

beforeEach(() => {
  queries = new QueryClient();
  cache = new TaskCache(queries);
});

function show(...pages: TaskPage[]) {
  queries.setQueryData(taskKeys.list(), { pages, pageParams: pages.map(() => null) });
}

function shown(): string[][] {
  const data = queries.getQueryData<InfiniteData<TaskPage>>(taskKeys.list());
  return (data?.pages ?? []).map((page) => page.items.map((task) => task.id));
}

test('a new task appears at the top', () => {
  show({ items: [at(2), at(1)], nextCursor: null });
  cache.put(at(3));
  expect(shown()).toEqual([['t-3', 't-2', 't-1']]);
});

test('a shown task changes in its place', () => {
  show({ items: [at(3), at(2)], nextCursor: 'c' }, { items: [at(1)], nextCursor: null });
  cache.put(at(1, { state: 'RUNNING', revision: 2 }));
  expect(shown()).toEqual([['t-3', 't-2'], ['t-1']]);
  const data = queries.getQueryData<InfiniteData<TaskPage>>(taskKeys.list());
  expect(data?.pages[1]?.items[0]?.state).toBe('RUNNING');
});

test('a deleted task disappears, also from a page that was requested before', () => {
  show({ items: [at(2), at(1)], nextCursor: null });
  const reconcile = cache.beginPage(null);
  cache.remove('t-1');
  expect(shown()).toEqual([['t-2']]);
  expect(reconcile({ items: [at(2), at(1)], nextCursor: null }).items.map((task) => task.id)).toEqual([
    't-2',
  ]);
});

test('a task beyond the last loaded page is not added', () => {
  show({ items: [at(5), at(4)], nextCursor: 'c' });
  cache.put(at(1));
  expect(shown()).toEqual([['t-5', 't-4']]);
});

test('a page requested before an event does not undo it', () => {
  const reconcile = cache.beginPage(null);
  cache.put(at(1, { state: 'SUCCEEDED', revision: 4 }));
  const page = reconcile({ items: [at(1, { state: 'RUNNING', revision: 3 })], nextCursor: null });
  expect(page.items[0]?.state).toBe('SUCCEEDED');
});

test('a task that appeared during the request for the first page is on it', () => {
  const reconcile = cache.beginPage(null);
  cache.put(at(2));
  const page = reconcile({ items: [at(1)], nextCursor: null });
  expect(page.items.map((task) => task.id)).toEqual(['t-2', 't-1']);
});

test('a loaded timeline stays when an event has overtaken it', () => {
  cache.put(at(1, { state: 'SUCCEEDED', revision: 4 }));
  const timeline = [{ at: '2026-01-01T00:01:00Z', kind: 'created' }];
  expect(cache.newest({ ...at(1, { revision: 3 }), timeline })).toMatchObject({
    state: 'SUCCEEDED',
    timeline,
  });
});

test('a new task appears only in the lists whose filters it matches', () => {
  const failed = taskKeys.list({ state: ['FAILED'] });
  const reverse = taskKeys.list({ type: 'reverse_string', text: 'MILL' });
  for (const key of [failed, reverse]) {
    queries.setQueryData(key, { pages: [{ items: [at(1)], nextCursor: null }], pageParams: [null] });
  }
  cache.put(at(2));
  const ids = (key: readonly unknown[]) =>
    queries.getQueryData<InfiniteData<TaskPage>>(key)?.pages[0]?.items.map((task) => task.id);
  expect(ids(failed)).toEqual(['t-1']);
  expect(ids(reverse)).toEqual(['t-2', 't-1']);
});
