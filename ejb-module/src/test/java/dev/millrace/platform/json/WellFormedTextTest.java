package dev.millrace.platform.json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WellFormedTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "mill", "m\u00fchle", "\uD83D\uDE00", "\uFFFF", "\u0001"})
    void text_that_utf_8_can_hold_is_well_formed(String text) {
        assertThat(WellFormedText.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\uD800", "a\uDC00", "\uDC00\uD800", "\uD800a", "\uD83D\uDE00\uD83D"})
    void text_with_u_0000_or_an_unpaired_surrogate_is_malformed(String text) {
        assertThat(WellFormedText.isWellFormed(text)).isFalse();
    }
}
