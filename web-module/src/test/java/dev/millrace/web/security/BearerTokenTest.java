package dev.millrace.web.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BearerTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "bEaReR  a.b.c ", "Bearer \ta.b.c"})
    void the_schemes_name_may_have_any_case(String header) {
        assertThat(BearerToken.in(header)).contains("a.b.c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearera.b.c", "Basic a.b.c", "a.b.c"})
    void another_header_has_no_token(String header) {
        assertThat(BearerToken.in(header)).isEmpty();
    }

    @Test
    void a_request_without_the_header_has_no_token() {
        assertThat(BearerToken.in(null)).isEmpty();
    }
}
