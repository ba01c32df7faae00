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
    public static DispatchSettings from(ConfigReader keys) {
        return new DispatchSettings(
                keys.number("millrace.dispatch.max-window", 2_000, 1, 100_000),
                keys.duration("millrace.dispatch.window-time", Duration.ofMillis(250)),
                keys.duration("millrace.dispatch.lease", Duration.ofSeconds(5)),
                keys.duration("millrace.dispatch.poll", Duration.ofSeconds(1)),
                keys.duration("millrace.dispatch.lost-after", Duration.ofSeconds(5)));
    }
}
