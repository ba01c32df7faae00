import { Skeleton } from '@mantine/core';
import type { Task } from '@/lib/api/client';
import { useTask } from '@/lib/tasks/useTask';
import { Failure } from '@/lib/ui/notices';
import { texts } from '../texts';
import { ValueCard } from './ValueCard';
import { ValueView } from './ValueView';

/** The result of a task. If it was too long for its event, the component loads it. */
export function TaskResult({ task, compact = false }: { task: Task; compact?: boolean }) {
  const omitted = task.result === undefined && task.resultOmitted === true;
  const read = useTask(task.id, omitted);
  const result = omitted ? read.data?.result : task.result;
  if (omitted && read.isError) {
    return <Failure error={read.error} onRetry={() => void read.refetch()} />;
  }
  if (result === undefined) {
    return (
      <Skeleton
        height={compact ? 132 : 240}
        width={212}
        role="status"
        aria-label={texts.value.loadingResult}
      />
    );
  }
  return compact ? (
    <ValueView value={result} compact />
  ) : (
    <ValueCard value={result} fileName={`${task.type}-result`} label={texts.detail.result} />
  );
}
