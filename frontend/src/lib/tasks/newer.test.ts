import { expect, test } from 'vitest';
import type { Task } from '@/lib/api/client';
import { aTask } from '@/testing/aTask';
import { newer } from './newer';

test('an older view never replaces a newer one', () => {
  const known = aTask({ revision: 5, state: 'SUCCEEDED' });
  expect(newer(known, aTask({ revision: 4, state: 'RUNNING' }))).toMatchObject({
    revision: 5,
    state: 'SUCCEEDED',
  });
});

test('a newer view replaces an older one', () => {
  expect(newer(aTask(), aTask({ revision: 2, state: 'QUEUED' }))).toMatchObject({
    revision: 2,
    state: 'QUEUED',
  });
});

test('parameters that an event omits are kept', () => {
  const { parameters: _, ...event } = aTask({ revision: 2 });
  expect(newer(aTask(), event).parameters).toEqual({ text: 'mill' });
});

test('parameters are taken even from an older view', () => {
  const { parameters: _, ...event } = aTask({ revision: 2 });
  expect(newer<Task>(event, aTask({ revision: 1 })).parameters).toEqual({ text: 'mill' });
});

test('a result that an event omits is not taken from an earlier revision', () => {
  const { result: _, ...event } = aTask({ revision: 2, resultOmitted: true });
  const merged = newer(aTask({ result: null }), event);
  expect(merged.result).toBeUndefined();
  expect(merged.resultOmitted).toBe(true);
});

test('a loaded result survives an event of the same revision that omits it', () => {
  const { result: _, ...event } = aTask({ revision: 2, resultOmitted: true });
  const merged = newer(aTask({ revision: 2, result: { value: 1 } }), event);
  expect(merged.result).toEqual({ value: 1 });
  expect(merged.resultOmitted).toBeUndefined();
});

test('loading a result clears its omission', () => {
  const { result: _, ...event } = aTask({ revision: 2, resultOmitted: true });
  expect(newer(event, aTask({ revision: 2, result: { value: 1 } })).resultOmitted).toBeUndefined();
});
