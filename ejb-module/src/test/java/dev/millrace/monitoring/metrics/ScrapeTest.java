package dev.millrace.monitoring.metrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScrapeTest {
    @Test
    void a_request_without_a_configured_token_may_read() {
        assertThat(withToken(null).isAllowed(null)).isTrue();
    }

    @Test
    void the_token_admits_a_scraper() {
        assertThat(withToken("0123456789abcdef").isAllowed("Bearer 0123456789abcdef"))
                .isTrue();
        assertThat(withToken("0123456789abcdef").isAllowed("Basic bWV0cmljczowMTIzNDU2Nzg5YWJjZGVm"))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer ", "Bearer 0123456789abcdeF", "Basic 0123456789abcdef", "0123456789abcdef"})
    void a_wrong_token_is_rejected(String authorization) {
        assertThat(withToken("0123456789abcdef").isAllowed(authorization)).isFalse();
    }

    private static Scrape withToken(String token) {
        return new Scrape(null, null, new MetricsSettings(token));
    }
}
