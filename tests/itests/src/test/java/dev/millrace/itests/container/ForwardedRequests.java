package dev.millrace.itests.container;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.ApiResponse;
import dev.millrace.testkit.client.LiveSocket;
import dev.millrace.testkit.client.SignedInClient;

import static dev.millrace.testkit.client.EventKinds.READY;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests over a trusted proxy, whose part these tests play, and the addresses that they use. */
abstract class ForwardedRequests extends TokenLimits {
    private static final String CLIENT = "203.0.113.9";
    private static final String MILL = "{\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"}}";
    private static final String EVERY_YEAR =
            """
            {"name": "Every year", "type": "reverse_string", "parameters": {"text": "mill"},
             "cron": "0 0 1 1 *", "timeZone": "UTC"}""";

    @Test
    void behind_a_trusted_proxy_the_forwarded_client_counts() {
        SignedInClient somebody = proxied().signedIn();

        ApiResponse sessions = somebody.get("api/users/me/sessions").expecting(200);

        assertThat(sessions.json().path("items").get(0).path("address").asText())
                .isEqualTo(CLIENT);
        assertThat(sessions.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(apiClient().get("api/openapi.yaml").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void a_socket_opens_for_the_origin_that_the_proxy_serves_and_for_no_other() {
        SignedInClient somebody = proxied().signedIn();

        try (LiveSocket own = somebody.opensSocketFrom("https://mill.example.org")) {
            own.inbox().next(READY);
        }
        assertThat(somebody.opensSocketFrom("http://mill.example.org").closedWith())
                .isEqualTo(1008);
        assertThat(somebody.opensSocketFrom("https://evil.example").closedWith())
                .isEqualTo(1008);
    }

    @Test
    void a_session_over_https_has_a_cookie_that_no_other_host_can_set() {
        SignedInClient somebody = proxied().signedIn();

        ApiResponse refreshed = somebody.staysSignedIn().expecting(200);

        String name = base().getPath().equals("/") ? "__Host-millrace_refresh=" : "__Secure-millrace_refresh=";
        assertThat(refreshed.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .startsWith(name)
                .containsIgnoringCase(";Secure")
                .containsIgnoringCase(";HttpOnly"));
    }

    @Test
    void a_page_of_another_origin_neither_refreshes_nor_ends_a_session() {
        SignedInClient somebody = proxied().signedIn();
        SignedInClient lured = somebody.at(proxied().with("Origin", "https://evil.example"));

        assertThat(lured.staysSignedIn().expecting(403).problem()).isEqualTo("origin-not-allowed");
        somebody.at(proxied().with("Origin", "https://mill.example.org"))
                .staysSignedIn()
                .expecting(200);
    }

    @Test
    void a_location_is_relative_to_the_request() {
        SignedInClient owner = apiClient().signedIn();

        ApiResponse task = owner.post("api/tasks", MILL).expecting(202);
        ApiResponse schedule = owner.post("api/schedules", EVERY_YEAR).expecting(201);
        String id = schedule.json().path("id").asText();
        ApiResponse run = owner.post("api/schedules/" + id + "/run-now", "").expecting(202);

        assertThat(task.headers().firstValue("Location"))
                .contains("tasks/" + task.json().path("id").asText());
        assertThat(schedule.headers().firstValue("Location")).contains("schedules/" + id);
        assertThat(run.headers().firstValue("Location"))
                .contains("../../tasks/" + run.json().path("id").asText());
    }

    private ApiClient proxied() {
        return apiClient()
                .with("X-Forwarded-For", "198.51.100.66, " + CLIENT)
                .with("X-Forwarded-Proto", "wss")
                .with("X-Forwarded-Host", "mill.example.org");
    }
}
