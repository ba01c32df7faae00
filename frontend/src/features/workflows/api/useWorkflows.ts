import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useSubmissionKey } from '@/lib/api/submissionKey';
import { useServices } from '@/lib/services';
import { workflowKeys } from '@/lib/workflows/WorkflowCache';

export type Workflow = Schemas['Workflow'];
export type WorkflowDetail = Schemas['WorkflowDetail'];

export function useWorkflows() {
  const { api } = useServices();
  return useInfiniteQuery({
    queryKey: workflowKeys.list,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { cursor: pageParam };
      return dataOf(api.GET('/api/workflows', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** A workflow with its graph, kept up to date by the events of its tasks. */
export function useWorkflow(id: string) {
  const { api } = useServices();
  return useQuery({
    queryKey: workflowKeys.one(id),
    queryFn: ({ signal }) => dataOf(api.GET('/api/workflows/{id}', { params: { path: { id } }, signal })),
  });
}

/** Submits a workflow as written. The server reports its errors. */
export function useSubmitWorkflow(onAccepted: (workflow: WorkflowDetail) => void) {
  const { api, queries } = useServices();
  const keys = useSubmissionKey();
  return useMutation({
    mutationFn: (body: unknown) =>
      dataOf(
        api.POST('/api/workflows', {
          params: { header: { 'Idempotency-Key': keys.keyFor(body) } },
          body: body as Schemas['SubmitWorkflow'],
        }),
      ),
    onSuccess: async (workflow) => {
      keys.forget();
      queries.setQueryData(workflowKeys.one(workflow.id), workflow);
      await queries.invalidateQueries({ queryKey: workflowKeys.list });
      onAccepted(workflow);
    },
  });
}

export function useWorkflowChanges(id: string) {
  const { api, queries } = useServices();
  const params = { path: { id } };
  function show(answer: WorkflowDetail) {
    queries.setQueryData(workflowKeys.one(id), answer);
    void queries.invalidateQueries({ queryKey: workflowKeys.list });
  }
  return {
    cancel: async () => show(await dataOf(api.POST('/api/workflows/{id}/cancel', { params }))),
    retry: async () => show(await dataOf(api.POST('/api/workflows/{id}/retry', { params }))),
  };
}
