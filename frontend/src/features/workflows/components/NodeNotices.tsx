import { Alert, List } from '@mantine/core';
import { ClockIcon } from '@/lib/ui/icons';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import type { WorkflowDetail } from '../api/useWorkflows';
import { texts } from '../texts';

/** Lists the tasks of a workflow that cannot run although their dependencies are met, and the reasons. */
export function NodeNotices({ tasks }: { tasks: WorkflowDetail['tasks'] }) {
  const stuck = tasks.filter(({ notice }) => notice);
  if (stuck.length === 0) {
    return null;
  }
  return (
    <Alert color="yellow" role="note" icon={<ClockIcon />} title={texts.cannotRun}>
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
