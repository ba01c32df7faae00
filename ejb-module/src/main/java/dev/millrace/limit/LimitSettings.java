package dev.millrace.limit;

import dev.millrace.platform.config.ConfigReader;

/**
 * Limits of every user without overrides.
 *
 * @param runningPerUser most tasks of one user in flight in one queue; 0 = no limit
 * @param waitingPerUser most unfinished tasks that are not in flight
 */
public record LimitSettings(int runningPerUser, int waitingPerUser) {
    public static LimitSettings from(ConfigReader config) {
        return new LimitSettings(
                config.number("millrace.limits.running-per-user", 0, 0, 1_000_000),
                config.number("millrace.limits.waiting-per-user", 1_000_000, 1, 100_000_000));
    }
}
