package dev.millrace.web.account;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.web.forwarded.FakeRequest;
import dev.millrace.web.forwarded.OriginalRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RefreshCookieTest {
    private static final String OLD = "millrace_refresh";
    private static final String SECURE = "__Secure-millrace_refresh";
    private static final String HOST = "__Host-millrace_refresh";

    @ParameterizedTest
    @CsvSource({
        "https, '',        __Host-millrace_refresh,   /, true",
        "https, /millrace, __Secure-millrace_refresh,  , true",
        "http,  '',        millrace_refresh,           , false",
        "http,  /millrace, millrace_refresh,           , false",
    })
    void the_cookie_has_the_strictest_name_that_the_address_allows(
            String scheme, String contextPath, String name, String path, boolean secure) {
        HttpServletRequest request = FakeRequest.from("203.0.113.9")
                .over(scheme)
                .below(contextPath)
                .with("Host", "mill.example.org")
                .servlet();

        assertThat(RefreshCookie.setting("token", 60, request, Map.of()))
                .containsExactly(new RefreshCookie.Setting(name, "token", path, 60, secure));
    }

    @Test
    void a_cookie_below_a_proxys_prefix_is_not_bound_to_the_host() {
        HttpServletRequest request = FakeRequest.from("10.0.0.1")
                .sentAs(new OriginalRequest("203.0.113.9", "https", "mill.example.org", 443, "/mill"))
                .servlet();

        assertThat(RefreshCookie.setting("token", 60, request, Map.of()))
                .containsExactly(new RefreshCookie.Setting(SECURE, "token", null, 60, true));
    }

    @Test
    void a_cookie_under_the_old_name_is_read_and_replaced() {
        Map<String, String> came = Map.of(OLD, "old");

        assertThat(RefreshCookie.token(came)).contains("old");
        assertThat(RefreshCookie.setting("new", 60, secureRequest(), came))
                .containsExactly(
                        new RefreshCookie.Setting(HOST, "new", "/", 60, true),
                        new RefreshCookie.Setting(OLD, "", null, 0, false));
    }

    @Test
    void the_strictest_cookie_counts() {
        assertThat(RefreshCookie.token(Map.of(OLD, "old", HOST, "new", SECURE, "other")))
                .contains("new");
        assertThat(RefreshCookie.token(Map.of("another", "value"))).isEmpty();
    }

    @Test
    void a_sign_out_clears_the_cookie_under_every_name() {
        assertThat(RefreshCookie.ending(secureRequest(), Map.of(OLD, "old", SECURE, "other")))
                .extracting(RefreshCookie.Setting::name, RefreshCookie.Setting::value, RefreshCookie.Setting::seconds)
                .containsExactly(tuple(HOST, "", 0), tuple(SECURE, "", 0), tuple(OLD, "", 0));
    }

    private static HttpServletRequest secureRequest() {
        return FakeRequest.from("203.0.113.9")
                .over("https")
                .with("Host", "mill.example.org")
                .servlet();
    }
}
