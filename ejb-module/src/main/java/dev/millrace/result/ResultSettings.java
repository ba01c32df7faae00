package dev.millrace.result;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Settings of the collection of results.
 *
 * @param batch maximum of reports written in one transaction
 * @param claimIdleAfter how long another node may hold unacknowledged reports before this one claims them
 */
public record ResultSettings(int batch, Duration claimIdleAfter) {
    public static ResultSettings from(ConfigReader config) {
        return new ResultSettings(
                config.number("millrace.results.batch", 500, 1, 10_000),
                config.duration("millrace.results.take-over", Duration.ofSeconds(10)));
    }
}
