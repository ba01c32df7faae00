import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf, type Schemas } from '@/lib/api/client';
import { useServices } from '@/lib/services';

export type Schedule = Schemas['Schedule'];
export type ScheduleDetail = Schemas['ScheduleDetail'];
export type NewSchedule = Schemas['SetSchedule'];

const KEY = ['schedules'] as const;
const MIN_INTERVAL = 5_000;
const MAX_INTERVAL = 3_600_000;

/** My schedules, newest first. Only a run changes a schedule, so the query refetches when the next run is due. */
export function useSchedules() {
  const { api } = useServices();
  return useInfiniteQuery({
    queryKey: KEY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { cursor: pageParam };
      return dataOf(api.GET('/api/schedules', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
    staleTime: MIN_INTERVAL,
    refetchInterval: ({ state }) => untilNextRun(state.data?.pages.flatMap((page) => page.items) ?? []),
  });
}

function untilNextRun(schedules: Schedule[]): number | false {
  const next = schedules.flatMap(({ nextRunAt }) => (nextRunAt ? [Date.parse(nextRunAt)] : []));
  return (
    next.length > 0 && Math.min(Math.max(Math.min(...next) - Date.now(), 0) + MIN_INTERVAL, MAX_INTERVAL)
  );
}

/** One of my schedules, with its next and its last runs. */
export function useSchedule(id: string) {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/schedules/{id}', { params: { path: { id } }, signal })),
    staleTime: MIN_INTERVAL,
    refetchInterval: ({ state }) => (state.data ? untilNextRun([state.data]) : false),
  });
}

export function usePreview(cron: string, timeZone: string) {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEY, 'preview', cron, timeZone],
    queryFn: ({ signal }) => dataOf(api.POST('/api/schedules/preview', { body: { cron, timeZone }, signal })),
    enabled: cron.trim() !== '',
    staleTime: 60_000,
    retry: false,
  });
}

/** Creates a schedule, or replaces the one with this id. */
export function useSaveSchedule(id: string | undefined, onSaved: (saved: Schedule) => void) {
  const { api } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewSchedule) =>
      dataOf(
        id === undefined
          ? api.POST('/api/schedules', { body })
          : api.PUT('/api/schedules/{id}', { params: { path: { id } }, body }),
      ),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: KEY });
      onSaved(saved);
    },
  });
}

export function useScheduleChanges(id: string) {
  const { api, tasks } = useServices();
  const queries = useQueryClient();
  const params = { path: { id } };
  const again = () => queries.invalidateQueries({ queryKey: KEY });
  return {
    async pause() {
      await dataOf(api.POST('/api/schedules/{id}/pause', { params }));
      await again();
    },
    async resume() {
      await dataOf(api.POST('/api/schedules/{id}/resume', { params }));
      await again();
    },
    async runNow() {
      const run = await dataOf(api.POST('/api/schedules/{id}/run-now', { params }));
      tasks.put(run);
      await again();
      return run;
    },
    async remove() {
      await dataOf(api.DELETE('/api/schedules/{id}', { params }));
      await again();
    },
  };
}
