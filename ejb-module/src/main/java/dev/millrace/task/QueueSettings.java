package dev.millrace.task;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Limits of the set of queues.
 *
 * @param max most queues at a time
 * @param unusedAfter how long an undeclared and unused queue remains, null = for ever
 * @param poll how often each node looks for such queues
 */
public record QueueSettings(int max, Duration unusedAfter, Duration poll) {
    public static QueueSettings from(ConfigReader config) {
        return new QueueSettings(
                config.number("millrace.queues.max", 500, 1, 100_000),
                config.durationOrNever("millrace.queues.unused-after", Duration.ofDays(7)),
                config.duration("millrace.queues.poll", Duration.ofSeconds(10)));
    }
}
