package dev.millrace.retention;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import dev.millrace.platform.config.Keys;
import dev.millrace.task.TaskState;

/**
 * How long what is over is kept.
 *
 * @param tasks how long finished tasks, by their end; an end that is left out keeps them for ever
 * @param audit how long entries of the audit log, null = for ever
 * @param poll how often to look
 */
public record RetentionSettings(Map<TaskState, Duration> tasks, Duration audit, Duration poll) {
    public static RetentionSettings from(Keys keys) {
        Map<TaskState, Duration> tasks = new EnumMap<>(TaskState.class);
        tasks.put(TaskState.SUCCEEDED, keys.durationOrNever("millrace.retention.succeeded", Duration.ofDays(7)));
        tasks.put(TaskState.FAILED, keys.durationOrNever("millrace.retention.failed", Duration.ofDays(30)));
        tasks.put(TaskState.CANCELLED, keys.durationOrNever("millrace.retention.cancelled", Duration.ofDays(7)));
        tasks.values().removeIf(kept -> kept == null);
        return new RetentionSettings(
                Map.copyOf(tasks),
                keys.durationOrNever("millrace.retention.audit", Duration.ofDays(365)),
                keys.duration("millrace.retention.poll", Duration.ofMinutes(1)));
    }
}
