package dev.millrace.platform.json;

import java.io.StringReader;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.platform.problem.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class WellFormedTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "mill", "m\u00fchle", "\uD83D\uDE00", "\uFFFF", "\u0001"})
    void text_that_utf_8_can_hold_is_well_formed(String text) {
        assertThat(WellFormedText.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\uD800", "a\uDC00", "\uDC00\uD800", "\uD800a", "\uD83D\uDE00\uD83D"})
    void u_0000_and_half_surrogates_are_not(String text) {
        assertThat(WellFormedText.isWellFormed(text)).isFalse();
    }

    @Test
    void each_text_of_a_body_is_checked_and_reported_at_its_pointer() {
        var faults = WellFormedText.faultsIn(
                json("{\"a\": [\"good\", \"\\u0000\"], \"b/c\": {\"d\": \"\\ud800\"}, \"e\": {\"\\u0000\": 1}}"));

        assertThat(faults).extracting(Fault::pointer).containsExactly("/a/1", "/b~1c/d", "/e");
    }

    @Test
    void a_body_full_of_faults_is_answered_in_a_bounded_way() {
        var faults = WellFormedText.faultsIn(json("[" + "\"\\u0000\",".repeat(10_000) + "1]"));

        assertThat(faults).hasSize(20);
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
