import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { WarningIcon } from './icons';
import { Logo } from './Logo';
import { withCurlyQuotes } from './quotes';
import { uiTexts } from './texts';

export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py={72} px="md" ta="center" c="water.7">
      <Logo size={64} />
      <Title order={2} size="h4" c="var(--mantine-color-text)">
        {title}
      </Title>
      <Text c="dimmed" maw={420}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}

export function Loading({ label }: { label: string }) {
  return (
    <Center py={72} role="status" aria-label={label}>
      <Loader type="dots" />
    </Center>
  );
}

interface FailureProps {
  error: unknown;
  title?: string;
  onRetry?: (() => void) | undefined;
}

/** Shows a failure, in the server's words if it sent some, and a button to try again. */
export function Failure({ error, title, onRetry }: FailureProps) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  return (
    <Alert
      color="red"
      icon={<WarningIcon />}
      title={title ?? (problem ? withCurlyQuotes(problem.title) : uiTexts.failure.unreachableTitle)}
      role="alert"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {problem ? withCurlyQuotes(problem.detail ?? problem.title) : uiTexts.failure.unreachable}
        </Text>
        {problem?.incident && (
          <Text size="xs" ff="monospace">
            {uiTexts.failure.incident(problem.incident)}
          </Text>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {uiTexts.failure.again}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
