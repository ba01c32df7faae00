package dev.millrace.contract.configuration;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "5s,PT5S", "15m,PT15M", "24h,PT24H", "30d,PT720H", "PT1M30S,PT1M30S", "P1D,PT24H"})
    void a_positive_duration_is_written_short_or_as_iso_8601(String text, Duration duration) {
        assertThat(Durations.parsePositive(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 s", "-5s", "0s", "PT0S", "PT-1S", "5S", "1.5s", "5min", "9999999999s"})
    void no_other_text_is_a_positive_duration(String text) {
        assertThatThrownBy(() -> Durations.parsePositive(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "0s", "00d", "PT0S"})
    void zero_may_be_allowed_in_any_unit(String text) {
        assertThat(Durations.parsePositiveOrZero(text)).isZero();
    }

    @Test
    void a_short_duration_may_be_zero() {
        assertThat(Durations.parse("0s")).isZero();
        assertThat(Durations.parse("90s")).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-5s", "PT5S", "5min"})
    void no_other_text_is_a_short_duration(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a duration such as 250ms, 5s, 15m or 2h");
    }

    @ParameterizedTest
    @CsvSource({"PT0.25S,250ms", "PT90S,90s", "PT15M,15m", "PT2H,2h", "PT720H,30d"})
    void its_text_has_the_largest_whole_unit(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }
}
