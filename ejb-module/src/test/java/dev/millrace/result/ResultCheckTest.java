package dev.millrace.result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.contract.ReportLimits;

import static org.assertj.core.api.Assertions.assertThat;

class ResultCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": \"x\\u0000y\"}    | The worker's result is invalid: /a must not contain U+0000 or an unpaired surrogate.",
                "\"\\ud800\"               | The worker's result must not contain U+0000 or an unpaired surrogate.",
                "{\"a\": [{\"b\": 1, \"b\": 2}]} | The worker's result is invalid: /a/0/b is given twice.",
                "{\"a\": 1                 | The worker's result is not JSON: unexpected end at line 1.",
                "''                        | The worker's result is not JSON: it is empty."
            })
    void a_result_beyond_the_limits_of_workers_is_invalid(String result, String message) {
        assertThat(ResultCheck.faultOf(result)).satisfies(error -> {
            assertThat(error.type()).isEqualTo("InvalidResult");
            assertThat(error.message()).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @CsvSource({"201", "5000"})
    void a_result_nested_too_deep_is_reported_as_such(int depth) {
        assertThat(ResultCheck.faultOf(nested(depth)).message())
                .isEqualTo("The worker's result is nested more than 200 deep.");
    }

    @Test
    void a_result_as_deep_as_parameters_may_be_is_accepted() {
        assertThat(ResultCheck.faultOf(nested(200))).isNull();
    }

    @Test
    void a_message_is_no_longer_than_a_workers_may_be() {
        String result = "{\"" + "n".repeat(290) + "\": " + "[{\"m\": ".repeat(90) + "1e9999" + "}]".repeat(90) + "}";

        assertThat(ResultCheck.faultOf(result).message()).hasSizeLessThanOrEqualTo(ReportLimits.ERROR_MESSAGE);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
