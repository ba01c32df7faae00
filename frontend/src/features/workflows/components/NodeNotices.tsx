import { Alert, List } from '@mantine/core';
import { ClockIcon } from '@/lib/ui/icons';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import type { WorkflowDetail } from '../api/useWorkflows';
import { texts } from '../texts';

/** Which tasks of a workflow do not move although they wait for no other, and why. */
export function NodeNotices({ tasks }: { tasks: WorkflowDetail['tasks'] }) {
  const stuck = tasks.filter(({ notice }) => notice);
  if (stuck.length === 0) {
    return null;
  }
  return (
    <Alert color="yellow" role="note" icon={<ClockIcon />} title={texts.stuck}>
      <List size="sm">
        {stuck.map(({ id, notice }) => (
          <List.Item key={id}>
            <b>{id}</b>
            {': '}
            {notice && withCurlyQuotes(notice)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
