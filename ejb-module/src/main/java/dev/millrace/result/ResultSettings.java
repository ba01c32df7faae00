package dev.millrace.result;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Settings of the collection of results.
 *
 * @param batch most reports written in one transaction
 * @param takeOver how long another node may hold unacknowledged reports before this one takes them over
 */
public record ResultSettings(int batch, Duration takeOver) {
    public static ResultSettings from(ConfigReader config) {
        return new ResultSettings(
                config.number("millrace.results.batch", 500, 1, 10_000),
                config.duration("millrace.results.take-over", Duration.ofSeconds(10)));
    }
}
