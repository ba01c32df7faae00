package dev.millrace.platform.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "Mill.Example.ORG,  mill.example.org, 0",
        "localhost:8080,    localhost,        8080",
        "10.0.0.7:80,       10.0.0.7,         80",
        "[2001:DB8::1]:443, [2001:db8::1],    443",
        "mill_1,            mill_1,           0",
    })
    void a_host_has_a_name_and_may_have_a_port(String text, String name, int port) {
        assertThat(HostName.parse(text)).contains(new HostName(name, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "a b",
                "a:",
                "a:0",
                "a:65536",
                "a:x",
                "evil.example; script-src *",
                "a/b",
                "a@b",
                "::1"
            })
    void a_text_that_is_no_host_is_none(String text) {
        assertThat(HostName.parse(text)).isEmpty();
    }
}
