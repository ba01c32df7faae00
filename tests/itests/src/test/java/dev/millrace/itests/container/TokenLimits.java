package dev.millrace.itests.container;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.client.ApiResponse;
import dev.millrace.testkit.client.SignedInClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The server's cost of bad tokens, which anybody can send. */
abstract class TokenLimits extends SocketLimits {
    private static final int CALLS = 20;
    private static final int SHORT_LINE = 300;
    private static final List<String> PATHS = List.of("api/users/me", "api/events");

    @Test
    void a_token_that_has_expired_or_is_damaged_is_a_problem_and_no_trace_in_the_log() throws IOException {
        SignedInClient somebody = apiClient().signedIn();
        Instant longAgo = Instant.now().minus(Duration.ofDays(1));
        List<String> bad = List.of(
                SignedTokens.ending(somebody.token(), longAgo),
                somebody.token().replaceFirst("\\.[^.]*$", ".AAAA"),
                somebody.token().substring(3),
                "no.token.at-all");
        int before = Files.readString(ContainerSetup.log()).length();

        for (int i = 0; i < CALLS; i++) {
            for (String token : bad) {
                for (String path : PATHS) {
                    ApiResponse answer = somebody.withToken(token).get(path).expecting(401);
                    assertThat(answer.problem())
                            .as("%s with token %d", path, bad.indexOf(token))
                            .isEqualTo("unauthenticated");
                }
            }
        }

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        Files.readString(ContainerSetup.log()).substring(before))
                .doesNotContain("\tat ", "Exception")
                .hasSizeLessThan(CALLS * bad.size() * PATHS.size() * SHORT_LINE));
    }

    @Test
    void a_public_page_does_not_fail_because_a_bad_token_came_along() {
        SignedInClient stranger = apiClient().signedIn().withToken("no.token.at-all");

        assertThat(stranger.get("api/health").status()).isEqualTo(200);
        assertThat(stranger.get("api/openapi.yaml").status()).isEqualTo(200);
        assertThat(stranger.get("").status()).isEqualTo(200);
        assertThat(stranger.get("api/users/me").status()).isEqualTo(401);
    }

    @Test
    void the_name_of_the_scheme_may_have_any_case() {
        SignedInClient somebody = apiClient().signedIn();

        for (String scheme : List.of("bearer ", "BEARER ")) {
            String[] header = {"Authorization", scheme + somebody.token()};
            assertThat(apiClient().get("api/users/me", header).status()).isEqualTo(200);
            assertThat(apiClient().get("api/tasks", header).status()).isEqualTo(200);
        }
    }

    @Test
    void the_public_keys_verify_the_tokens_and_have_the_headers_of_a_page() {
        ApiResponse keys = apiClient().get(".well-known/jwks.json").expecting(200);

        assertThat(keys.json().path("keys")).hasSize(1);
        assertThat(keys.json().path("keys").get(0).has("d")).isFalse();
        assertThat(SignedTokens.isSignedBy(
                        apiClient().signedIn().token(), keys.json().path("keys").get(0)))
                .isTrue();
        assertThat(keys.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/jwk-set+json"));
        assertThat(keys.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
        assertThat(keys.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
}
