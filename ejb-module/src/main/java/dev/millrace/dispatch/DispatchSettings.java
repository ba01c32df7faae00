package dev.millrace.dispatch;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Settings of the dispatch from SQL to Redis.
 *
 * @param maxWindow most undelivered tasks of one queue in Redis
 * @param windowTime how long the workers need for the tasks in Redis, at their present pace
 * @param lease how long a queue's leader may be silent before another takes over
 * @param poll how often the dispatcher checks a queue without a wake-up
 * @param lostAfter how long a claim may be untraceable before the leader dispatches its task again
 */
public record DispatchSettings(int maxWindow, Duration windowTime, Duration lease, Duration poll, Duration lostAfter) {
    public static DispatchSettings from(ConfigReader config) {
        return new DispatchSettings(
                config.number("millrace.dispatch.max-window", 2_000, 1, 100_000),
                config.duration("millrace.dispatch.window-time", Duration.ofMillis(250)),
                config.duration("millrace.dispatch.lease", Duration.ofSeconds(5)),
                config.duration("millrace.dispatch.poll", Duration.ofSeconds(1)),
                config.duration("millrace.dispatch.lost-after", Duration.ofSeconds(5)));
    }
}
