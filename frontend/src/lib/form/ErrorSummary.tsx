import { Alert, List } from '@mantine/core';
import { WarningIcon } from '@/lib/ui/icons';
import { formTexts } from './texts';

/** Lists all errors of a form beside its button, since some are far away or belong to no field. */
export function ErrorSummary({ messages }: { messages: string[] }) {
  return messages.length === 0 ? null : (
    <Alert color="red" icon={<WarningIcon />} title={formTexts.invalid} role="alert" mt="md">
      <List size="sm">
        {[...new Set(messages)].map((message) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
