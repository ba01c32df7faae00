package dev.millrace.retention;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.task.TaskState;

/**
 * Retention periods.
 *
 * @param tasks retention of finished tasks, by their outcome; an outcome that is left out retains them for ever
 * @param audit retention of the audit log's entries, null = for ever
 * @param poll how often a node purges
 */
public record RetentionSettings(Map<TaskState, Duration> tasks, Duration audit, Duration poll) {
    public static RetentionSettings from(ConfigReader config) {
        Map<TaskState, Duration> tasks = new EnumMap<>(TaskState.class);
        tasks.put(TaskState.SUCCEEDED, config.durationOrNever("millrace.retention.succeeded", Duration.ofDays(7)));
        tasks.put(TaskState.FAILED, config.durationOrNever("millrace.retention.failed", Duration.ofDays(30)));
        tasks.put(TaskState.CANCELLED, config.durationOrNever("millrace.retention.cancelled", Duration.ofDays(7)));
        tasks.values().removeIf(retention -> retention == null);
        return new RetentionSettings(
                Map.copyOf(tasks),
                config.durationOrNever("millrace.retention.audit", Duration.ofDays(365)),
                config.duration("millrace.retention.poll", Duration.ofMinutes(1)));
    }
}
