package dev.millrace.platform.json;

import java.time.DateTimeException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Rfc3339Test {
    @Test
    void a_time_of_any_zone_is_read() {
        assertThat(Rfc3339.parse("2026-01-01T01:00:00.5+01:00")).isEqualTo(Instant.parse("2026-01-01T00:00:00.5Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-02-30T00:00:00Z", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void other_texts_and_years_of_five_digits_are_refused(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
