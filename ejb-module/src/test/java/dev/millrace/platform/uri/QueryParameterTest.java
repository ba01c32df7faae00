package dev.millrace.platform.uri;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryParameterTest {
    @Test
    void names_and_values_are_decoded_once() {
        assertThat(QueryParameter.parse("text=a+b%2B&&state=&flag&li%6Dit=%2525"))
                .containsExactly(
                        new QueryParameter("text", "a b+"),
                        new QueryParameter("state", ""),
                        new QueryParameter("flag", ""),
                        new QueryParameter("limit", "%25"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%E0%80", "%ED%A0%80", "%FF", "a b", "a\u0000"})
    void a_text_that_is_not_encoded_has_no_meaning(String text) {
        assertThat(QueryParameter.parse("text=" + text)).containsExactly(new QueryParameter("text", null));
        assertThat(QueryParameter.parse(text + "=1")).containsExactly(new QueryParameter(null, "1"));
    }
}
