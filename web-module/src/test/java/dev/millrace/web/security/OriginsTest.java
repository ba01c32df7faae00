package dev.millrace.web.security;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.web.forwarded.FakeRequest;
import dev.millrace.web.forwarded.OriginalRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OriginsTest {
    private final Origins origins = new Origins(Set.of("https://app.example.org"));

    @Test
    void a_client_without_an_origin_is_no_browser_and_allowed() {
        assertThat(origins.allows(null, request("mill.example.org", false))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  http://mill.example.org,       mill.example.org,      false",
        "true,  http://mill.example.org:8080,  mill.example.org:8080, false",
        "true,  http://localhost:8080,         LOCALHOST:8080,        false",
        "true,  https://mill.example.org,      mill.example.org,      true",
        "true,  https://mill.example.org,      mill.example.org:443,  true",
        "true,  http://[::1]:8080,             [::1]:8080,            false",
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
        assertThat(origins.allows(origin, request(host, secure))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  ,                         ",
        "true,  http://mill.example.org,  ",
        "true,  http://mill.example.org,  same-origin",
        "true,  https://app.example.org,  same-site",
        "true,  https://hidden.example,   same-origin",
        "false, http://evil.example,      ",
        "false, http://evil.example,      cross-site",
        "false, http://sub.example.org,   same-site",
        "false, null,                     ",
        "false, ,                         cross-site",
    })
    void a_page_of_another_origin_cannot_use_the_cookie(boolean allowed, String origin, String site) {
        FakeRequest request = FakeRequest.from("203.0.113.9")
                .with("Host", "mill.example.org")
                .with("Origin", origin)
                .with("Sec-Fetch-Site", site);

        if (allowed) {
            assertThatCode(() -> origins.check(request.servlet())).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> origins.check(request.servlet())).isInstanceOf(OriginNotAllowed.class);
        }
    }

    private static OriginalRequest request(String host, boolean secure) {
        return OriginalRequest.of(FakeRequest.from("203.0.113.9")
                .with("Host", host)
                .over(secure ? "https" : "http")
                .servlet());
    }
}
