import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Schemas, Task } from '@/lib/api/client';

type Workflow = Schemas['Workflow'];
type WorkflowDetail = Schemas['WorkflowDetail'];
type Pages = InfiniteData<Schemas['WorkflowPage'], string | null>;

export const workflowKeys = {
  all: ['workflows'] as const,
  list: ['workflows', 'list'] as const,
  one: (id: string) => ['workflows', 'one', id] as const,
};

/** Brings workflows and their tasks from the live socket into the query cache. */
export class WorkflowCache {
  constructor(private readonly queries: QueryClient) {}

  put(workflow: Workflow): void {
    const isListed = this.queries
      .getQueryData<Pages>(workflowKeys.list)
      ?.pages.some(({ items }) => items.some(({ id }) => id === workflow.id));
    if (isListed) {
      this.queries.setQueryData<Pages>(workflowKeys.list, (pages) => pages && replaced(pages, workflow));
    } else {
      void this.queries.invalidateQueries({ queryKey: workflowKeys.list });
    }
    this.queries.setQueryData<WorkflowDetail>(
      workflowKeys.one(workflow.id),
      (known) => known && (workflow.revision < known.revision ? known : { ...known, ...workflow }),
    );
  }

  /** Updates the node of a task in its workflow. */
  move(task: Task): void {
    if (!task.workflow) {
      return;
    }
    this.queries.setQueryData<WorkflowDetail>(
      workflowKeys.one(task.workflow),
      (known) =>
        known && {
          ...known,
          tasks: known.tasks.map((node) =>
            node.taskId === task.id
              ? { ...node, state: task.state, progress: task.progress, blocked: task.blocked ?? node.blocked }
              : node,
          ),
        },
    );
  }

  /** Reads all workflows again after a gap in the events. */
  async reload(): Promise<void> {
    await this.queries.invalidateQueries({ queryKey: workflowKeys.all });
  }
}

function replaced(pages: Pages, workflow: Workflow): Pages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((item) =>
        item.id === workflow.id && item.revision <= workflow.revision ? workflow : item,
      ),
    })),
  };
}
