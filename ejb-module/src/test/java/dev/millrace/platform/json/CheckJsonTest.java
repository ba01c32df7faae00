package dev.millrace.platform.json;

import java.io.StringReader;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.platform.problem.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': 1, 'a': 1}                      | /a",
                "{'a': 1, 'b': {'c': {}, 'c': []}}     | /b/c",
                "[{'a': 1}, {'a': 1, 'b': 2, 'a': 3}]  | /1/a",
                "{'x/y': 1, 'x\\u002fy': 2}            | /x~1y",
                "{'a': {'b': 1}, 'a': {'b': 2}}        | /a",
                "{'': 1, '': 2}                        | /"
            })
    void a_property_that_is_given_twice_is_reported_at_its_place(String json, String pointer) throws NotJson {
        assertThat(CheckJson.faultsIn(json.replace('\'', '"'))).containsExactly(new Fault(pointer, "is given twice"));
    }

    @Test
    void a_property_given_very_often_is_one_fault() throws NotJson {
        assertThat(CheckJson.faultsIn("{" + "\"a\": 1,".repeat(1_000) + "\"a\": 1}"))
                .hasSize(1);
    }

    @Test
    void the_same_name_in_different_objects_is_no_fault() throws NotJson {
        assertThat(CheckJson.faultsIn("[{\"a\": {\"a\": [{\"a\": 1}]}}, {\"a\": 2}]"))
                .isEmpty();
    }

    @Test
    void a_very_long_name_is_not_repeated() throws NotJson {
        String name = "n".repeat(10_000);

        assertThat(CheckJson.faultsIn("{\"a\": {\"" + name + "\": [\"\\u0000\"], \"" + name + "\": 1}}"))
                .extracting(Fault::pointer)
                .containsExactly("/a", "/a");
    }

    @Test
    void each_text_of_a_body_is_checked_and_its_place_reported() throws NotJson {
        var faults = CheckJson.faultsIn(
                "{\"a\": [\"good\", \"\\u0000\"], \"b/c\": {\"d\": \"\\ud800\"}, \"e\": {\"\\u0000\": 1}}");

        assertThat(faults).extracting(Fault::pointer).containsExactly("/a/1", "/b~1c/d", "/e");
    }

    @Test
    void a_body_full_of_faults_is_answered_in_a_bounded_way() throws NotJson {
        assertThat(CheckJson.faultsIn("[" + "\"\\u0000\",".repeat(10_000) + "1]"))
                .hasSize(20);
    }

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
    void a_number_keeps_every_digit(String number) throws NotJson {
        assertThat(CheckJson.faultsIn("{\"a\":" + number + "}")).isEmpty();
        assertThat(readAndWritten("[" + number + "]")).isEqualTo("[" + number + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e2001                 | ''",
                "1E-2001                | ''",
                "-1e999999999           | ''",
                "1e2147483648           | ''",
                "1e99999999999999999999 | ''",
                "0e2001                 | ''",
                "[{\"a\": [1e9999]}]    | /0/a/0",
                "{\"a\":1e-9999}        | /a"
            })
    void a_number_with_a_huge_exponent_is_rejected(String json, String pointer) throws NotJson {
        assertThat(CheckJson.faultsIn(json)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).contains("exponent");
        });
    }

    @Test
    void a_number_with_too_many_digits_is_rejected_before_it_is_read() throws NotJson {
        assertThat(CheckJson.faultsIn("9".repeat(1_000))).isEmpty();
        assertThat(CheckJson.faultsIn("9".repeat(1_001)).toString()).contains("digits");
        assertThat(CheckJson.faultsIn("9".repeat(2_000_000)).toString()).contains("digits");
        assertThat(CheckJson.faultsIn("0." + "0".repeat(2_000_000) + "1").toString())
                .contains("digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\\ude00\"",
                "\"😀\"",
                "\"\\\\ud83d\"",
                "\"1e99999\"",
                "\"a\\\"1e99999\"",
                "{\"1e99999\": \"-\"}"
            })
    void json_with_unusual_texts_has_no_fault(String json) throws NotJson {
        assertThat(CheckJson.faultsIn(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | it is empty",
                "' '                  | it is empty",
                "{\"                  | unexpected end at line 1",
                "{                    | unexpected end at line 1",
                "[1,2                 | unexpected end at line 1",
                "nul                  | unexpected end at line 1",
                "-                    | unexpected end at line 1",
                "\"\\                 | unexpected end at line 1",
                "\"\\u12              | unexpected end at line 1",
                "{} secret            | unexpected text after the end, at line 1",
                "1 2                  | unexpected text after the end, at line 1"
            })
    void a_text_that_is_no_json_has_a_plain_message(String json, String reason) {
        assertThatThrownBy(() -> CheckJson.faultsIn(json))
                .isInstanceOf(NotJson.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{secret}",
                "{\"a\": secret}",
                "secret",
                "[1e, 1e+, --1, 1e5e5]",
                "[01]",
                "[\"secret\" 1]",
                "{\"a\" \"secret\"}",
                "{\"a\": 1,}",
                "[1}",
                "\"a\tb\""
            })
    void syntax_that_json_lacks_is_reported_by_its_place_only(String json) {
        assertThatThrownBy(() -> CheckJson.faultsIn(json))
                .isInstanceOf(NotJson.class)
                .hasMessageMatching("unexpected character at line 1, column \\d+");
    }

    @Test
    void the_line_of_a_mistake_is_reported() {
        assertThatThrownBy(() -> CheckJson.faultsIn("{\n  \"a\": secret\n}"))
                .hasMessageStartingWith("unexpected character at line 2, column 8");
        assertThatThrownBy(() -> CheckJson.faultsIn("{\n\"a\": [\n")).hasMessageContaining("unexpected end at line 3");
    }

    @Test
    void excessive_nesting_is_reported_as_such() {
        assertThatThrownBy(() -> CheckJson.faultsIn("[".repeat(100_000) + "]".repeat(100_000)))
                .isInstanceOf(NotJson.class)
                .hasMessage("it is nested more than 900 deep");
    }

    private static String readAndWritten(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue().toString();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"mill\"",
                "1",
                "-1.50e3",
                "true",
                "false",
                "null",
                " {\"b\": [1, {\"a\": null}, [], \"\\ud83d\\ude00\"], \"a\": {\"\": 12345678901234567890.5}} "
            })
    void a_text_is_parsed_in_the_pass_that_checks_it(String json) throws NotJson {
        CheckedJson checked = CheckJson.parse(json);

        assertThat(checked.faults()).isEmpty();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonValue expected = reader.readValue();
            assertThat(checked.value()).isEqualTo(expected).hasToString(expected.toString());
        }
    }

    @Test
    void a_text_with_a_fault_has_no_value() throws NotJson {
        assertThat(CheckJson.parse("{\"a\": 1, \"a\": [2]}").value()).isNull();
        assertThat(CheckJson.parse("{\"a\": 1, \"a\": [2]}").faults())
                .isEqualTo(CheckJson.faultsIn("{\"a\": 1, \"a\": [2]}"));
    }
}
