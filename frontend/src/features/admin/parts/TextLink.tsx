import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link within a text, which differs from it by more than its colour. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} inherit underline="always" c="var(--mill-accent)">
      {children}
    </Anchor>
  );
}
