import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { parseExact } from '@/lib/json/exactJson';
import { aTask } from '@/testing/aTask';
import { FakeServer } from '@/testing/FakeServer';
import { open } from '@/testing/open';
import { downloadsOf, plainText } from './components/values';

test.each([
  ['12345678901234567.89', '12,345,678,901,234,567.89'],
  ['-9007199254740993', '-9,007,199,254,740,993'],
  ['0.1234567', '0.1234567'],
  ['1234.5', '1,234.5'],
  ['1e400', '1e400'],
])('%s is shown with every digit', (written, shown) => {
  expect(plainText(parseExact(written) as number)).toBe(shown);
});

test('a downloaded value keeps its numbers unchanged', () => {
  const [file] = downloadsOf(parseExact('{"sum":12345678901234567.89}'), 'result');
  expect(decodeURIComponent(file?.href ?? '')).toContain('"sum": 12345678901234567.89');
});

test('a task’s page shows and copies numbers unchanged', async () => {
  const answered = JSON.stringify({
    ...aTask({ state: 'SUCCEEDED', result: 'RESULT' }),
    timeline: [],
  }).replace('"RESULT"', '{"sum":12345678901234567.89}');
  new FakeServer()
    .signedIn()
    .on('GET /api/task-types', { items: [] })
    .on(
      'GET /api/tasks/t-1',
      () => new Response(answered, { headers: { 'Content-Type': 'application/json' } }),
    );
  const { user } = await open('/tasks/t-1');

  expect(await screen.findByText('12,345,678,901,234,567.89')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copy Result' }));
  expect(await navigator.clipboard.readText()).toContain('12345678901234567.89');
});
