package dev.millrace.web.push;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OriginsTest {
    private final Origins origins = new Origins(Set.of("https://app.example.org"));

    @Test
    void a_client_without_an_origin_is_no_browser_and_allowed() {
        assertThat(origins.allows(headers("Host", "mill.example.org"), false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  http://mill.example.org,       mill.example.org,      false",
        "true,  http://mill.example.org:8080,  mill.example.org:8080, false",
        "true,  http://localhost:8080,         LOCALHOST:8080,        false",
        "true,  https://mill.example.org,      mill.example.org,      true",
        "true,  https://mill.example.org,      mill.example.org:443,  true",
        "false, https://mill.example.org,      mill.example.org,      false",
        "false, http://mill.example.org:8081,  mill.example.org:8080, false",
        "false, http://mill.example.org.evil,  mill.example.org,      false",
        "false, http://evil.example,           mill.example.org,      false",
        "false, null,                          mill.example.org,      false",
        "true,  https://app.example.org,       mill.example.org,      false",
        "false, https://app.example.org.evil,  mill.example.org,      false",
        "false, https://app.example.org:8443,  mill.example.org,      false",
    })
    void only_the_servers_own_and_listed_origins_are_allowed(
            boolean allowed, String origin, String host, boolean secure) {
        assertThat(origins.allows(headers("Origin", origin, "Host", host), secure))
                .isEqualTo(allowed);
    }

    @Test
    void behind_a_proxy_the_servers_origin_is_what_the_proxy_says() {
        var headers = headers(
                "origin", "https://mill.example.org",
                "host", "10.0.0.7:8080",
                "x-forwarded-proto", "https, http",
                "x-forwarded-host", "mill.example.org, inner.example.org");

        assertThat(origins.allows(headers, false)).isTrue();
    }

    private static Map<String, List<String>> headers(String... namesAndValues) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return headers;
    }
}
