package dev.millrace.platform.json;

import java.time.DateTimeException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Rfc3339Test {
    @Test
    void a_time_of_any_zone_is_read() {
        assertThat(Rfc3339.parse("2026-01-01T01:00:00.5+01:00")).isEqualTo(Instant.parse("2026-01-01T00:00:00.5Z"));
    }

    @Test
    void a_fraction_finer_than_a_millisecond_is_cut_off() {
        assertThat(Rfc3339.parse("2026-01-01T00:00:00.123999999Z"))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThat(Rfc3339.parse("9999-12-31T23:59:59.999999999Z"))
                .isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "9999-12-31T23:59:59+00:01, 9999-12-31T23:58:59Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "0000-01-01T00:00:00-18:00, 0000-01-01T18:00:00Z"
    })
    void the_first_and_the_last_year_are_read(String text, Instant time) {
        assertThat(Rfc3339.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59-00:01",
                "9999-12-31T23:59:59-18:00",
                "0000-01-01T00:00:00+00:01",
                "0000-01-01T00:00:00+18:00"
            })
    void a_time_whose_year_has_four_digits_only_at_its_own_offset_is_rejected(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-02-30T00:00:00Z", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void other_texts_and_years_of_five_digits_are_rejected(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
