package dev.millrace.web.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProtectPagesTest {
    @Test
    void scripts_come_from_files_of_this_server_only() {
        assertThat(ProtectPages.policy("mill.example.org"))
                .contains("default-src 'self';", "script-src 'self';", "frame-ancestors 'none';")
                .doesNotContain("unsafe-eval", "*");
    }

    @Test
    void sockets_of_the_same_host_are_named() {
        assertThat(ProtectPages.policy("localhost:8080"))
                .contains("connect-src 'self' ws://localhost:8080 wss://localhost:8080;");
        assertThat(ProtectPages.policy("[::1]:8080")).contains("ws://[::1]:8080 ");
    }

    @ParameterizedTest
    @CsvSource({"evil.example; script-src *", "a b", "''", "x:y"})
    void a_text_that_is_no_host_does_not_get_into_the_policy(String host) {
        assertThat(ProtectPages.policy(host)).contains("connect-src 'self';").doesNotContain("ws://");
    }

    @Test
    void every_host_gets_its_own_policy() {
        ProtectPages pages = new ProtectPages();

        for (String host : new String[] {"a.example", "b.example", null, "a.example", "a.example"}) {
            assertThat(pages.policyFor(host)).isEqualTo(ProtectPages.policy(host));
        }
    }
}
