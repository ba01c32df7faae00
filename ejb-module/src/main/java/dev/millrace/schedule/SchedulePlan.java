package dev.millrace.schedule;

import dev.millrace.request.TaskRequest;

/**
 * A checked wish for a schedule.
 *
 * @param wish the task of each run, as JSON text that {@code POST /api/tasks} would take
 * @param task the same, read
 * @param cron as it was sent; never null, {@link CronSchedule} can read it
 * @param timeZone as it was sent
 */
public record SchedulePlan(
        String name,
        String wish,
        TaskRequest task,
        String cron,
        String timeZone,
        OverlapPolicy overlap,
        MissedPolicy missed) {
    CronSchedule timing() {
        return CronSchedule.of(cron, timeZone);
    }
}
