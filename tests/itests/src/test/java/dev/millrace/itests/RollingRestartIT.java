package dev.millrace.itests;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.ApiResponse;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.database.PostgresServer;
import dev.millrace.testkit.server.HaProxy;
import dev.millrace.testkit.server.ServerProcess;
import dev.millrace.testkit.server.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The test replaces two servers behind a proxy, one after the other, while users submit. */
@TestInstance(Lifecycle.PER_CLASS)
class RollingRestartIT {
    private static final int SUBMITS_A_SECOND = 20;

    private PostgresServer postgres;
    private Stack stack;
    private ServerProcess second;
    private HaProxy proxy;

    @BeforeAll
    void start() {
        postgres = PostgresServer.temporary().start();
        stack = Stack.of("rolling")
                .with("MILLRACE_DB_URL", postgres.url())
                .with("MILLRACE_HTTP_TRUSTED_PROXIES", "127.0.0.1")
                .with("MILLRACE_SHUTDOWN_DELAY", "4s");
        stack.start();
        second = stack.addServer().start();
        proxy = new HaProxy("rolling-proxy", stack.server(), second).start();
    }

    @AfterAll
    void stop() {
        if (proxy != null) {
            proxy.close();
        }
        if (stack != null) {
            stack.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void a_rolling_restart_fails_no_submit_loses_none_and_doubles_none() {
        SignedInClient owner = ApiClient.at(proxy.address()).signedIn();
        List<ApiResponse> answers;

        try (SteadySubmits submits = SteadySubmits.of(owner, SUBMITS_A_SECOND)) {
            submits.awaitMore(SUBMITS_A_SECOND);
            for (ServerProcess node : List.of(stack.server(), second)) {
                node.stop();
                node.start();
                proxy.awaitBothUp();
                submits.awaitMore(SUBMITS_A_SECOND);
            }
            answers = submits.stop();
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        List<String> ids = answers.stream()
                .map(answer -> answer.json().path("id").asText())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(owner.tasks("type=reverse_string"))
                .hasSize(ids.size())
                .extracting(task -> task.path("state").asText())
                .containsOnly("SUCCEEDED"));
    }
}
