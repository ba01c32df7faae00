package dev.millrace.schedule;

import dev.millrace.request.TaskRequest;

/**
 * A checked request for a schedule.
 *
 * @param taskRequestJson the task of each run, as JSON text that {@code POST /api/tasks} would accept
 * @param task the same, parsed
 * @param cron as the client sent it; never null, {@link CronSchedule} can read it
 * @param timeZone as the client sent it
 */
public record SchedulePlan(
        String name,
        String taskRequestJson,
        TaskRequest task,
        String cron,
        String timeZone,
        OverlapPolicy overlap,
        MissedPolicy missed) {
    CronSchedule timing() {
        return CronSchedule.of(cron, timeZone);
    }
}
