import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { clockTime, Duration, ExactTime, exactTime, lengthOf, RelativeTime } from './time';

const UNREADABLE = '+10000-01-01T17:59:59Z';

test('an unreadable time is shown unchanged', () => {
  render(
    <MantineProvider>
      <RelativeTime at={UNREADABLE} />
      <ExactTime at={UNREADABLE} />
    </MantineProvider>,
  );

  expect(screen.getAllByText(UNREADABLE)).toHaveLength(2);
  expect(exactTime(UNREADABLE)).toBe(UNREADABLE);
  expect(clockTime(UNREADABLE)).toBe(UNREADABLE);
});

test('a duration between unreadable times is a dash', () => {
  render(
    <MantineProvider>
      <Duration from="2026-01-01T00:00:00Z" to={UNREADABLE} />
    </MantineProvider>,
  );

  expect(screen.getByText('—')).toBeVisible();
  expect(lengthOf(Number.NaN)).toBe('—');
});
