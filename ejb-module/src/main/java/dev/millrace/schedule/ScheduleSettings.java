package dev.millrace.schedule;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Settings of recurring tasks.
 *
 * @param maxPerUser most schedules of one user
 * @param maxMissedRuns most missed runs of one schedule that start later
 * @param missedAfter how late a run may start without counting as missed
 * @param poll how often each node looks for due schedules
 * @param history how many of a schedule's last runs SQL stores
 */
public record ScheduleSettings(int maxPerUser, int maxMissedRuns, Duration missedAfter, Duration poll, int history) {
    public static ScheduleSettings from(ConfigReader config) {
        return new ScheduleSettings(
                config.number("millrace.schedules.max-per-user", 100, 1, 100_000),
                config.number("millrace.schedules.max-missed-runs", 100, 1, 10_000),
                config.duration("millrace.schedules.missed-after", Duration.ofMinutes(1)),
                config.duration("millrace.schedules.poll", Duration.ofSeconds(1)),
                config.number("millrace.schedules.history", 50, 1, 1_000));
    }
}
