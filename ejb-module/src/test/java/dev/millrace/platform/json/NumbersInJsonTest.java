package dev.millrace.platform.json;

import java.io.StringReader;

import jakarta.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersInJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567.89",
                "9007199254740993",
                "123456789012345678901234567890",
                "-0.1000000000000000055511151231257827",
                "1E-2000",
                "1E+2000",
                "1.0",
                "1.00000"
            })
    void a_number_keeps_every_digit(String number) {
        assertThat(NumbersInJson.findFault("{\"a\":" + number + "}")).isNull();
        assertThat(readAndWritten("[" + number + "]")).isEqualTo("[" + number + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e2001",
                "1E-2001",
                "-1e999999999",
                "1e99999999999999999999",
                "0e2001",
                "[{\"a\": [1e9999]}]",
                "{\"a\":1e-9999}"
            })
    void a_number_with_a_monstrous_exponent_is_refused(String json) {
        assertThat(NumbersInJson.findFault(json)).contains("exponent");
    }

    @Test
    void a_number_with_endless_digits_is_refused_before_it_is_read() {
        assertThat(NumbersInJson.findFault("9".repeat(1_000))).isNull();
        assertThat(NumbersInJson.findFault("9".repeat(1_001))).contains("digits");
        assertThat(NumbersInJson.findFault("9".repeat(2_000_000))).contains("digits");
        assertThat(NumbersInJson.findFault("0." + "0".repeat(2_000_000) + "1")).contains("digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\\ude00\"",
                "\"😀\"",
                "\"\\\\ud83d\"",
                "\"1e99999\"",
                "\"a\\\"1e99999\"",
                "{\"1e99999\": \"-\"}",
                "",
                "{\"",
                "[1e, 1e+, --1, 1e5e5]",
                "\"\\",
                "\"\\u12"
            })
    void everything_else_is_carried_or_left_to_the_parser(String json) {
        assertThat(NumbersInJson.findFault(json)).isNull();
    }

    private static String readAndWritten(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue().toString();
        }
    }
}
