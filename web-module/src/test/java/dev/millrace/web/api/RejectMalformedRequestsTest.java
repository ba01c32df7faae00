package dev.millrace.web.api;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.ServletException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RejectMalformedRequestsTest {
    @ParameterizedTest
    @CsvSource({
        "GET,     /",
        "HEAD,    /index.html",
        "GET,     /metrics",
        "GET,     /docs/",
        "GET,     /api/tasks?text=a%20b&state=FAILED",
        "POST,    /api/tasks",
        "OPTIONS, /api/tasks",
        "DELETE,  /api/admin/queues/by-hand",
    })
    void a_request_that_all_read_alike_goes_on(String method, String target) throws ServletException, IOException {
        assertThat(goesOn(new FakeHttp(method, target)
                        .with("Host", "mill.example.org")
                        .with("Accept", "*/*")
                        .with("Content-Type", "application/json; charset=utf-8")
                        .with("Content-Length", "2")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/..%2fmetrics", "/%6detrics", "/api/tasks/%00", "/%zz", "//metrics", "/metrics;a=b"})
    void a_path_that_can_be_read_otherwise_is_400(String path) throws ServletException, IOException {
        FakeHttp http = new FakeHttp("GET", path);

        assertThat(goesOn(http)).isFalse();
        assertThat(http.status()).isEqualTo(400);
        assertThat(http.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(http.body())
                .contains("urn:millrace:problem:malformed-request")
                .doesNotContain(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tasks?text=%00, ?text",
        "/?text=%, ?text",
        "/metrics?a=%E0%80, ?a",
        "/api/tasks?%zz=1, ?",
    })
    void a_query_that_is_no_text_is_400_at_its_place(String target, String pointer)
            throws ServletException, IOException {
        FakeHttp http = new FakeHttp("GET", target);

        assertThat(goesOn(http)).isFalse();
        assertThat(http.status()).isEqualTo(400);
        assertThat(http.body()).contains("\"pointer\":\"" + pointer + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, a/b;q=foo",
        "Transfer-Encoding, bogus",
        "User-Agent, a\u0000b",
        "Idempotency-Key, a\u001fb",
        "Cookie, a=\u007f",
    })
    void a_header_that_servers_read_differently_is_400(String name, String value) throws ServletException, IOException {
        FakeHttp http = new FakeHttp("GET", "/api/tasks").with(name, value);

        assertThat(goesOn(http)).isFalse();
        assertThat(http.status()).isEqualTo(400);
        assertThat(http.body()).contains("malformed-request").doesNotContain(value);
    }

    @ParameterizedTest
    @CsvSource({"Content-Length, 15, 15", "Content-Length, 15, 5", "Host, a, b", "Authorization, a, b"})
    void a_header_given_twice_of_which_one_must_count_is_400(String name, String first, String second)
            throws ServletException, IOException {
        FakeHttp http = new FakeHttp("POST", "/api/tasks").with(name, first).with(name, second);

        assertThat(goesOn(http)).isFalse();
        assertThat(http.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=bogus", "application/json; charset=utf-16", "nonsense"})
    void a_body_that_is_not_in_utf_8_is_415(String type) throws ServletException, IOException {
        FakeHttp http = new FakeHttp("POST", "/api/auth/login").with("Content-Type", type);

        assertThat(goesOn(http)).isFalse();
        assertThat(http.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"POST, /", "PUT, /index.html", "OPTIONS, /metrics", "FOO, /", "POST, /api/events", "DELETE, /api/docs"})
    void what_can_only_be_read_is_405_to_other_methods_and_names_its_own(String method, String path)
            throws ServletException, IOException {
        FakeHttp http = new FakeHttp(method, path);

        assertThat(goesOn(http)).isFalse();
        assertThat(http.status()).isEqualTo(405);
        assertThat(http.header("Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics/", "/metrics/base", "/assets/"})
    void the_metrics_and_folders_of_the_server_itself_are_404(String path) throws ServletException, IOException {
        FakeHttp http = new FakeHttp("GET", path);

        assertThat(goesOn(http)).isFalse();
        assertThat(http.status()).isEqualTo(404);
    }

    @Test
    void no_rejection_is_cached() throws ServletException, IOException {
        FakeHttp http = new FakeHttp("GET", "/assets/%zz.js");

        goesOn(http);

        assertThat(http.header("Cache-Control")).isEqualTo("no-store");
    }

    private static boolean goesOn(FakeHttp http) throws ServletException, IOException {
        AtomicBoolean went = new AtomicBoolean();
        new RejectMalformedRequests().doFilter(http.request(), http.response(), (request, response) -> went.set(true));
        return went.get();
    }
}
