package dev.millrace.result;

import java.time.Duration;

import dev.millrace.platform.config.Keys;

/**
 * How results are collected.
 *
 * @param batch most reports written in one transaction
 * @param takeOver how long another node may sit on unacknowledged reports before they are taken over
 */
public record ResultSettings(int batch, Duration takeOver) {
    public static ResultSettings from(Keys keys) {
        return new ResultSettings(
                keys.number("millrace.results.batch", 500, 1, 10_000),
                keys.duration("millrace.results.take-over", Duration.ofSeconds(10)));
    }
}
