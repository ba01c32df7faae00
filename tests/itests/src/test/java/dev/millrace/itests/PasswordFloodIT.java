package dev.millrace.itests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.ApiResponse;
import dev.millrace.testkit.client.EventKinds;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.Stack;

import static org.assertj.core.api.Assertions.assertThat;

/** Many sign-ins at the same moment, as strangers without an account can send them, on a server with little memory. */
class PasswordFloodIT {
    private static final int SIGN_INS = 200;

    @Test
    void two_hundred_sign_ins_at_the_same_moment_end_no_server_and_keep_no_task() {
        try (Stack stack =
                Stack.of("flood").with("JAVA_TOOL_OPTIONS", "-Xmx512m").start()) {
            ApiClient apiClient = ApiClient.at(stack.server().address());
            ApiClient attackers = ApiClient.manyAt(stack.server().address());
            SignedInClient owner = apiClient.signedIn().listening();

            List<CompletableFuture<ApiResponse>> flood = IntStream.range(0, SIGN_INS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> attackers.post("api/auth/login", signIn(i)), run -> new Thread(run).start()))
                    .toList();
            owner.submits("reverse_string", "{\"text\":\"mill\"}");

            owner.next(EventKinds.SUCCEEDED);
            Map<Integer, List<ApiResponse>> answers =
                    flood.stream().map(CompletableFuture::join).collect(Collectors.groupingBy(ApiResponse::status));
            assertThat(answers.keySet()).containsOnly(401, 503);
            assertThat(answers.get(503)).allSatisfy(busy -> {
                assertThat(busy.problem()).endsWith("passwords-busy");
                assertThat(busy.headers().firstValueAsLong("Retry-After")).isPresent();
            });
            assertThat(stack.server().output()).doesNotContain("OutOfMemoryError");
            assertThat(apiClient.signsInAgain(owner).name()).isEqualTo(owner.name());
        }
    }

    private static String signIn(int number) {
        return "{\"username\":\"nobody-" + number + "\",\"password\":\"guessed\"}";
    }
}
