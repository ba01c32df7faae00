package dev.millrace.shutdown;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Settings of a node's stop.
 *
 * @param delay how long it still serves while it is not ready, so that proxies turn away from it; may be zero
 * @param grace how long requests in flight may take after that
 */
public record ShutdownSettings(Duration delay, Duration grace) {
    private static final Duration MAX_DURATION = Duration.ofMinutes(10);

    public static ShutdownSettings from(ConfigReader config) {
        return new ShutdownSettings(
                config.duration("millrace.shutdown.delay", Duration.ofSeconds(5), Duration.ZERO, MAX_DURATION),
                config.duration(
                        "millrace.shutdown.grace", Duration.ofSeconds(20), Duration.ofSeconds(1), MAX_DURATION));
    }
}
