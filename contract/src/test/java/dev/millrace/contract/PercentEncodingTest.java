package dev.millrace.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PercentEncodingTest {
    @ParameterizedTest
    @CsvSource({"mill, mill", "m%C3%BChle, mühle", "a%2fb%2Fc, a/b/c", "a+b, a+b", "'', ''", "%25zz, %zz"})
    void escapes_are_octets_of_utf_8(String text, String decoded) {
        assertThat(PercentEncoding.decode(text)).isEqualTo(decoded);
        assertThat(PercentEncoding.decodeStrictly(text)).contains(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "100%", "%zz", "%4g", "%-1", "%E0%80", "%C0%80", "%ED%A0%80", "%FF", "%C3"})
    void a_text_that_is_not_encoded_is_none_to_a_strict_reader(String text) {
        assertThat(PercentEncoding.decodeStrictly(text)).isEmpty();
    }

    @Test
    void a_percent_sign_that_begins_no_escape_is_itself_to_people() {
        assertThat(PercentEncoding.decode("100%, %zz, %4")).isEqualTo("100%, %zz, %4");
    }
}
