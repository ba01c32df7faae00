package dev.millrace.itests.container;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.client.ApiResponse;
import dev.millrace.testkit.client.SignedInClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers to requests that are wrong, also to those that the server refuses before it calls the application. */
abstract class ErrorAnswers extends ForwardedRequests {
    private static final List<String> PROTECTION =
            List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy");
    private static final String UNKNOWN_TYPE = "{\"type\":\"none\",\"parameters\":{}}";

    @Test
    void every_error_is_a_problem_with_the_headers_that_protect() {
        String token = apiClient().signedIn().token();
        Map<String, RawHttp> requests = Map.ofEntries(
                Map.entry("404 of a page", get("none")),
                Map.entry("404 of the API", get("api/none")),
                Map.entry("404 of a folder", get("assets")),
                Map.entry("404 of an asset", get("assets/none.js")),
                Map.entry("404 of a protected folder", get("WEB-INF/web.xml")),
                Map.entry("401", get("api/users/me")),
                Map.entry("401 of events", get("api/events")),
                Map.entry("401 of a bad token", get("api/users/me").with("Authorization", "Bearer " + token + "x")),
                Map.entry("405 of a page", request("POST", "index.html")),
                Map.entry("405 of events", request("DELETE", "api/events")),
                Map.entry("405 of the API", request("DELETE", "api/tasks").with("Authorization", "Bearer " + token)),
                Map.entry("405 of an unknown method", request("PROPFIND", "")),
                Map.entry("406", get("api/health").with("Accept", "text/html")),
                Map.entry("400 of a header", get("api/health").with("Accept", "a/b;q=foo")),
                Map.entry("415", login("text/plain", "{}")),
                Map.entry("400 of a path", get("docs/..%2fmetrics")),
                Map.entry("400 of a query", get("?a=%E0%80")));

        requests.forEach((name, request) -> {
            ApiResponse answer = request.send();
            assertThat(answer.status()).as(name).isEqualTo(Integer.parseInt(name.substring(0, 3)));
            assertIsProblem(name, answer);
            assertThat(answer.json().path("status").asInt()).as(name).isEqualTo(answer.status());
            assertThat(answer.headers().firstValue("Cache-Control")).as(name).contains("no-store");
            if (answer.status() == 401) {
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .as(name)
                        .isPresent();
            }
        });
    }

    @Test
    void a_method_that_is_not_allowed_is_told_those_that_are() {
        SignedInClient somebody = apiClient().signedIn();
        Map<String, String> allowed = Map.of(
                "", "GET, HEAD",
                "metrics", "GET, HEAD",
                "api/docs", "GET, HEAD",
                "api/events", "GET, HEAD",
                "api/tasks", "GET, HEAD, POST",
                "api/tasks/batch", "POST",
                "api/users/me", "GET, HEAD, PATCH");

        allowed.forEach((path, methods) -> {
            for (String method : List.of("OPTIONS", "PROPFIND")) {
                ApiResponse answer = request(method, path)
                        .with("Authorization", "Bearer " + somebody.token())
                        .send();
                assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow"))
                        .as(method + " " + path)
                        .contains(methods);
            }
        });
    }

    @Test
    void nothing_that_a_client_sends_is_a_fault_of_the_server() {
        SignedInClient somebody = apiClient().signedIn();
        String token = "Bearer " + somebody.token();
        byte[] task = UNKNOWN_TYPE.getBytes(StandardCharsets.US_ASCII);
        Map<String, RawHttp> requests = Map.ofEntries(
                Map.entry("400 NUL in a username", login("application/json", "{\"username\":\"a\\u0000\"}")),
                Map.entry("400 half a pair", login("application/json", "{\"username\":\"a\\ud800\"}")),
                Map.entry("400 half a pair in UTF-8", login("application/json", new byte[] {
                    '{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'
                })),
                Map.entry(
                        "400 half a character",
                        login("application/json", new byte[] {'"', (byte) 0xe2, (byte) 0x82, '"'})),
                Map.entry("415 bogus charset", login("application/json; charset=bogus", "{}")),
                Map.entry("415 empty charset", login("application/json; charset=", "{}")),
                Map.entry("415 other charset", login("application/json; charset=utf-16", "{}")),
                Map.entry("415 malformed type", login("nonsense", "{}")),
                Map.entry(
                        "400 two lengths",
                        request("POST", "api/tasks")
                                .with("Authorization", token)
                                .with("Content-Type", "application/json")
                                .with("Content-Length", Integer.toString(task.length))
                                .withBody(task)),
                Map.entry("400 NUL in a query", get("api/tasks?text=%00").with("Authorization", token)),
                Map.entry("400 half an escape", get("api/tasks?text=%").with("Authorization", token)),
                Map.entry("400 NUL in a path", get("api/tasks/%00").with("Authorization", token)),
                Map.entry("400 NUL in a header", get("api/tasks").with("User-Agent", "a\u0000b")),
                Map.entry(
                        "400 NUL in a cookie",
                        request("POST", "api/auth/refresh")
                                .with("Cookie", "millrace_refresh=a\u0000b")
                                .withBody(new byte[0])));

        requests.forEach((name, request) ->
                assertThat(request.send().status()).as(name).isEqualTo(Integer.parseInt(name.substring(0, 3))));
    }

    @Test
    void metrics_are_at_one_address_only() {
        for (String other : List.of(
                "metrics/",
                "metrics/base",
                "metrics%2f",
                "metrics;a=b",
                "%6detrics",
                "docs/../metrics",
                "docs/..%2fmetrics",
                "/metrics",
                "./metrics")) {
            assertThat(get(other).send().status()).as(other).isIn(400, 404);
        }
        assertThat(get("metrics").send().text()).contains("millrace_");
    }

    @Test
    void an_error_repeats_little_of_a_large_request() {
        SignedInClient somebody = apiClient().signedIn();
        String name = "n".repeat(1_000_000);
        StringBuilder many = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 60_000; i++) {
            many.append(",\"property").append(i).append("\":1");
        }

        for (String body : List.of(
                "{\"type\":\"" + name + "\"}",
                "{\"" + name + "\":1}",
                "{\"type\":\"reverse_string\",\"parameters\":{\"" + name + "\":1}}",
                many.append('}').toString())) {
            assertThat(somebody.post("api/tasks", body).text().length()).isLessThan(20_000);
        }
        assertThat(apiClient().get("api/task-types/" + "n".repeat(5_000)).text())
                .doesNotContain("n".repeat(101));
    }

    private static void assertIsProblem(String name, ApiResponse answer) {
        assertThat(answer.headers().firstValue("Content-Type")).as(name).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/problem+json"));
        assertThat(answer.text()).as(name).doesNotContainIgnoringCase("<html", "payara", "wildfly", "undertow");
        for (String header : PROTECTION) {
            assertThat(answer.headers().firstValue(header))
                    .as(name + " " + header)
                    .isPresent();
        }
        assertThat(answer.headers().firstValue("Server").orElse("")).as(name).doesNotContainPattern("\\d");
    }

    private RawHttp get(String target) {
        return request("GET", target);
    }

    private RawHttp request(String method, String target) {
        return new RawHttp(base(), method, target);
    }

    private RawHttp login(String type, String body) {
        return login(type, body.getBytes(StandardCharsets.US_ASCII));
    }

    private RawHttp login(String type, byte[] body) {
        return request("POST", "api/auth/login").with("Content-Type", type).withBody(body);
    }
}
