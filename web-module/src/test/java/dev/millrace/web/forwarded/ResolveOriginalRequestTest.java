package dev.millrace.web.forwarded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.platform.http.AddressRange;
import dev.millrace.platform.http.HttpSettings;

import static org.assertj.core.api.Assertions.assertThat;

class ResolveOriginalRequestTest {
    private static final String PROXY = "10.0.0.1";
    private static final String STRANGER = "198.51.100.66";
    private static final String CLIENT = "203.0.113.9";

    private final ResolveOriginalRequest filter =
            new ResolveOriginalRequest(new HttpSettings(Set.of(AddressRange.parse("10.0.0.0/8")), Set.of()));

    @Test
    void headers_of_an_untrusted_client_are_ignored() {
        FakeRequest request = FakeRequest.from(STRANGER)
                .with("Host", "mill.example.org")
                .with("Forwarded", "for=203.0.113.9;proto=https;host=evil.example")
                .with("X-Forwarded-For", CLIENT)
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Port", "444")
                .with("X-Forwarded-Prefix", "/evil");

        assertThat(resolve(request)).isEqualTo(new OriginalRequest(STRANGER, "http", "mill.example.org", 80, ""));
    }

    @Test
    void a_trusted_proxy_names_all_parts() {
        FakeRequest request = proxied()
                .with("X-Forwarded-For", CLIENT)
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "Mill.example.org")
                .with("X-Forwarded-Port", "8443")
                .with("X-Forwarded-Prefix", "/mill/");

        assertThat(resolve(request)).isEqualTo(new OriginalRequest(CLIENT, "https", "mill.example.org", 8443, "/mill"));
    }

    @Test
    void the_standard_header_names_them_as_well() {
        FakeRequest request = proxied()
                .with("Forwarded", "For=\"[2001:db8::9]:4711\"; Proto=HTTPS;Host=\"mill.example.org:8443\";by=_a")
                .with("X-Forwarded-Prefix", "/mill");

        assertThat(resolve(request))
                .isEqualTo(new OriginalRequest("2001:db8::9", "https", "mill.example.org", 8443, "/mill"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9                            | 203.0.113.9",
                "1.1.1.1, 203.0.113.9                   | 203.0.113.9",
                "1.1.1.1, 203.0.113.9, 10.0.0.2         | 203.0.113.9",
                "10.0.0.3, 10.0.0.2                     | 10.0.0.3",
                "10.0.0.9, 203.0.113.9, 10.0.0.2        | 203.0.113.9",
                "1.1.1.1, unknown                       | 10.0.0.1",
                "1.1.1.1, _hidden, 10.0.0.2             | 10.0.0.2",
                "1.1.1.1, , 10.0.0.2                    | 10.0.0.2",
                "evil'; drop, 203.0.113.9               | 203.0.113.9",
                "203.0.113.9:4711                       | 203.0.113.9",
                "\"203.0.113.9\"                        | 203.0.113.9",
                "[2001:DB8::9]:4711                     | 2001:db8::9",
                "2001:db8::9                            | 2001:db8::9",
                "::ffff:203.0.113.9                     | 203.0.113.9",
                "1.1.1.1, ::ffff:10.0.0.2               | 1.1.1.1",
                "203.0.113.9,                           | 10.0.0.1",
                "localhost                              | 10.0.0.1",
            })
    void the_client_is_the_first_address_from_the_right_that_is_not_trusted(String list, String client) {
        assertThat(resolve(proxied().with("X-Forwarded-For", list)).address()).isEqualTo(client);
        assertThat(resolve(proxied().with("Forwarded", asForwarded(list))).address())
                .isEqualTo(list.endsWith(",") ? "203.0.113.9" : client);
    }

    @Test
    void several_headers_are_one_list() {
        FakeRequest request = proxied()
                .with("X-Forwarded-For", "1.1.1.1")
                .with("X-Forwarded-For", CLIENT + ", 10.0.0.2")
                .with("X-Forwarded-Proto", "http")
                .with("X-Forwarded-Proto", "https, http");

        assertThat(resolve(request).address()).isEqualTo(CLIENT);
        assertThat(resolve(request).scheme()).isEqualTo("https");
    }

    @ParameterizedTest
    @CsvSource({
        "wss,         https",
        "ws,          http",
        "HTTPS,       https",
        "ftp,         http",
        "'',          http",
        "'https,http',http",
        "'http,https',https",
    })
    void the_scheme_is_the_one_that_the_nearest_proxy_saw(String header, String scheme) {
        assertThat(resolve(proxied().with("X-Forwarded-Proto", header)).scheme())
                .isEqualTo(scheme);
    }

    @ParameterizedTest
    @CsvSource({
        "mill.example.org,      ,                 ,      https, mill.example.org, 443",
        "mill.example.org:8443, ,                 ,      https, mill.example.org, 8443",
        "mill.example.org,      ,                 8443,  https, mill.example.org, 8443",
        "mill.example.org:8443, ,                 443,   https, mill.example.org, 8443",
        "10.0.0.7:8080,         mill.example.org, ,      https, mill.example.org, 443",
        "10.0.0.7:8080,         mill.example.org, 8443,  https, mill.example.org, 8443",
        "10.0.0.7:8080,         mill.example.org, ,      http,  mill.example.org, 80",
        "mill.example.org,      evil/../x,        0,     https, mill.example.org, 443",
        "mill.example.org,      a b,              99999, https, mill.example.org, 443",
        "mill.example.org,      [::1]:444,        ,      https, [::1],            444",
    })
    void host_and_port_are_the_ones_that_the_client_used(
            String host, String forwardedHost, String forwardedPort, String scheme, String name, int port) {
        OriginalRequest original = resolve(FakeRequest.from(PROXY)
                .with("Host", host)
                .with("X-Forwarded-For", CLIENT)
                .with("X-Forwarded-Proto", scheme)
                .with("X-Forwarded-Host", forwardedHost)
                .with("X-Forwarded-Port", forwardedPort));

        assertThat(original.host()).isEqualTo(name);
        assertThat(original.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/mill,       /mill",
        "/mill/,      /mill",
        "/a/b-c,      /a/b-c",
        "/,           ''",
        "mill,        ''",
        "//evil,      ''",
        "/a/../b,     ''",
        "'/a;b=c',    ''",
        "'/a\"b',     ''",
    })
    void a_prefix_is_a_plain_path(String header, String prefix) {
        assertThat(resolve(proxied().with("X-Forwarded-Prefix", header)).prefix())
                .isEqualTo(prefix);
    }

    @Test
    void the_outer_proxys_statements_hold_before_the_inner_ones() {
        FakeRequest request = proxied()
                .with(
                        "Forwarded",
                        "for=1.1.1.1;proto=http;host=evil.example, for=203.0.113.9;proto=https;host=mill.example.org")
                .with("Forwarded", "for=10.0.0.2;proto=http;host=inner.example");

        assertThat(resolve(request)).isEqualTo(new OriginalRequest(CLIENT, "https", "mill.example.org", 443, ""));
    }

    @Test
    void prefixes_of_several_proxies_follow_each_other() {
        FakeRequest request =
                proxied().with("X-Forwarded-For", CLIENT + ", 10.0.0.2").with("X-Forwarded-Prefix", "/outer, /inner");

        assertThat(resolve(request).prefix()).isEqualTo("/outer/inner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=\"203.0.113.9",
                "for",
                "for=",
                "=203.0.113.9",
                "for=203.0.113.9;for=1.1.1.1",
                "for=a\"b",
                ";;;",
                ",,,",
                "for=203.0.113.9 proto=https",
                "for=\"203.0.113.9\"x",
                "for=\"\\\"",
                "f or=203.0.113.9",
                "\u0000=\u0000"
            })
    void a_malformed_header_is_ignored(String header) {
        assertThat(resolve(proxied().with("Forwarded", header)).address()).isEqualTo(PROXY);
        assertThat(resolve(proxied().with("Forwarded", header).with("X-Forwarded-For", CLIENT))
                        .address())
                .isEqualTo(CLIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"for=\"1.1.1.1", "\"", "for=\"1.1.1.1;x=\\\"", "for", "for=1.1.1.1;x=\"a, b\""})
    void a_clients_own_header_does_not_hide_what_the_proxy_appends(String own) {
        assertThat(resolve(proxied().with("Forwarded", own + ", for=203.0.113.9;proto=https")))
                .isEqualTo(new OriginalRequest(CLIENT, "https", "mill.example.org", 443, ""));
        assertThat(resolve(proxied().with("Forwarded", own).with("Forwarded", "for=203.0.113.9"))
                        .address())
                .isEqualTo(CLIENT);
    }

    @Test
    void quotes_may_hold_commas_semicolons_and_quotes() {
        FakeRequest request = proxied().with("Forwarded", "x=\"a, \\\";for=1.1.1.1\";for=203.0.113.9");

        assertThat(resolve(request).address()).isEqualTo(CLIENT);
    }

    @Test
    void two_headers_that_name_different_clients_are_both_ignored() {
        FakeRequest request = proxied()
                .with("Forwarded", "for=1.1.1.1;proto=https")
                .with("X-Forwarded-For", CLIENT)
                .with("X-Forwarded-Proto", "https");

        assertThat(resolve(request)).isEqualTo(new OriginalRequest(PROXY, "http", "mill.example.org", 80, ""));
    }

    @Test
    void two_headers_that_name_the_same_client_count() {
        FakeRequest request = proxied()
                .with("Forwarded", "for=203.0.113.9;proto=https")
                .with("X-Forwarded-For", CLIENT + ", 10.0.0.2");

        assertThat(resolve(request).address()).isEqualTo(CLIENT);
        assertThat(resolve(request).scheme()).isEqualTo("https");
    }

    @Test
    void the_address_appended_by_a_proxy_counts_regardless_of_client_headers() {
        Random random = new Random(19);
        String alphabet = "10.,\"\\;=for[]: unknown2\t%/x";

        for (int round = 0; round < 5_000; round++) {
            StringBuilder spoofed = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                spoofed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            FakeRequest others = proxied().with("X-Forwarded-For", spoofed + ", " + CLIENT + ", 10.0.0.2");
            FakeRequest standard = proxied().with("Forwarded", spoofed + ", for=203.0.113.9, for=10.0.0.2");

            assertThat(resolve(others).address()).as("%s", spoofed).isEqualTo(CLIENT);
            assertThat(resolve(standard).address()).as("%s", spoofed).isEqualTo(CLIENT);
        }
    }

    @Test
    void long_headers_cost_little_and_break_nothing() {
        String hostile = "\\".repeat(30_000) + "\"" + ",".repeat(30_000) + "10.0.0.2,".repeat(10_000);

        assertThat(resolve(proxied().with("Forwarded", hostile)).address()).isEqualTo(PROXY);
        assertThat(resolve(proxied().with("X-Forwarded-For", hostile + CLIENT)).address())
                .isEqualTo(CLIENT);
        assertThat(resolve(proxied().with("Forwarded", "for=\"" + "\\\"".repeat(30_000) + "\""))
                        .address())
                .isEqualTo(PROXY);
    }

    @Test
    void the_rest_of_the_application_sees_the_request_as_the_client_sent_it() throws Exception {
        HttpServletRequest request = proxied()
                .to("/api/tasks")
                .with("X-Forwarded-For", CLIENT)
                .with("X-Forwarded-Proto", "https")
                .servlet();
        List<HttpServletRequest> passed = new ArrayList<>();

        filter.doFilter(request, null, (next, response) -> passed.add((HttpServletRequest) next));

        assertThat(passed).singleElement().satisfies(seen -> {
            assertThat(seen.getRemoteAddr()).isEqualTo(CLIENT);
            assertThat(seen.getScheme()).isEqualTo("https");
            assertThat(seen.isSecure()).isTrue();
            assertThat(seen.getServerName()).isEqualTo("mill.example.org");
            assertThat(seen.getServerPort()).isEqualTo(443);
            assertThat(seen.getRequestURL()).hasToString("https://mill.example.org/api/tasks");
        });
        assertThat(OriginalRequest.of(request).origin()).isEqualTo("https://mill.example.org");
    }

    @Test
    void a_direct_request_is_passed_on_as_it_is() throws Exception {
        HttpServletRequest request =
                FakeRequest.from(STRANGER).with("Host", "localhost:8080").servlet();
        List<HttpServletRequest> passed = new ArrayList<>();

        filter.doFilter(request, null, (next, response) -> passed.add((HttpServletRequest) next));

        assertThat(passed).singleElement().isSameAs(request);
        assertThat(OriginalRequest.of(request).origin()).isEqualTo("http://localhost:8080");
    }

    @Test
    void a_malformed_host_is_none() {
        assertThat(resolve(FakeRequest.from(STRANGER).with("Host", "[::1")).host())
                .isEmpty();
    }

    private OriginalRequest resolve(FakeRequest request) {
        return filter.resolve(PeerConnection.of(request.servlet()), request.headers());
    }

    private static FakeRequest proxied() {
        return FakeRequest.from(PROXY).with("Host", "mill.example.org");
    }

    private static String asForwarded(String list) {
        StringBuilder elements = new StringBuilder();
        for (String node : list.split(",")) {
            String value = node.strip().replace("\"", "");
            elements.append(elements.isEmpty() ? "" : ", ")
                    .append("for=\"")
                    .append(value)
                    .append('"');
        }
        return elements.toString();
    }
}
