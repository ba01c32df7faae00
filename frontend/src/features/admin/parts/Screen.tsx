import { Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from '@/lib/ui/notices';
import { adminTexts } from '../texts';
import classes from './Screen.module.css';

/** The parts of a query that a screen needs. */
export interface Reading<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface ScreenProps {
  title: string;
  lead?: string;
  controls?: ReactNode;
  children: ReactNode;
}

/** A page of the administration. Its heading shows at once, before its data has loaded. */
export function Screen({ title, lead, controls, children }: ScreenProps) {
  return (
    <>
      <header className={classes.head}>
        <div>
          <Title order={1} size="h3">
            {title}
          </Title>
          {lead && <Text c="dimmed">{lead}</Text>}
        </div>
        {controls && <Group gap="xs">{controls}</Group>}
      </header>
      {children}
    </>
  );
}

interface ReadProps<T> {
  reading: Reading<T>;
  /** Shown while the data loads, in about the same size. */
  placeholder?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows data, a placeholder while it loads, or the failure. Data that could not be refreshed stays, with a warning. */
export function Read<T>({ reading: { data, error, refetch }, placeholder, children }: ReadProps<T>) {
  if (data !== undefined) {
    return (
      <>
        {Boolean(error) && <Failure error={error} title={adminTexts.outdated} />}
        {children(data)}
      </>
    );
  }
  if (error) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <div role="status" aria-label={adminTexts.loading}>
      {placeholder ?? <Outline />}
    </div>
  );
}

const ROWS = ['a', 'b', 'c', 'd', 'e'];

function Outline() {
  return (
    <Stack gap="xs">
      {ROWS.map((row) => (
        <Skeleton key={row} height={52} radius="md" />
      ))}
    </Stack>
  );
}
