package dev.millrace.monitoring.metrics;

import dev.millrace.platform.config.ConfigReader;

/**
 * Access to the metrics.
 *
 * @param token a scraper must send it as a Bearer token; null = every client may read the metrics
 */
public record MetricsSettings(String token) {
    private static final int MIN_TOKEN_LENGTH = 16;

    public static MetricsSettings from(ConfigReader config) {
        return new MetricsSettings(config.secret("millrace.metrics.token", "millrace.metrics.token-file", text -> {
            if (text.length() < MIN_TOKEN_LENGTH) {
                throw new IllegalArgumentException("at least " + MIN_TOKEN_LENGTH + " characters are needed");
            }
            return text;
        }));
    }
}
