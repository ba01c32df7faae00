import { Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from '@/lib/ui/notices';
import { adminTexts } from '../texts';
import classes from './Screen.module.css';

/** As much of a query as a screen has to know. */
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

/** A page of the operator: its head stands at once, whatever becomes of the rest. */
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
  /** Stands for what is not there yet, in about the same room. */
  placeholder?: ReactNode;
  children: (data: T) => ReactNode;
}

/** What was read; until then its outline, or why it could not be. What is old stays, under a word of warning. */
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
