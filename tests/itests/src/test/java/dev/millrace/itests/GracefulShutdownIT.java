package dev.millrace.itests;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.ApiResponse;
import dev.millrace.testkit.client.LiveSocket;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.ServerProcess;
import dev.millrace.testkit.server.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A node that starts and stops while clients send requests. */
class GracefulShutdownIT {
    private static final String TASK = "{\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"}}";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Stack stack = Stack.of("orderly").with("MILLRACE_SHUTDOWN_DELAY", "3s");

    @AfterEach
    void stop() {
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"micro", "wildfly"})
    void a_stopping_node_is_not_ready_then_rejects_requests_and_finishes_running_ones(String kind) throws IOException {
        stack.on(kind).start();
        ServerProcess node = stack.server();
        SignedInClient owner = ApiClient.at(node.address()).signedIn();
        LiveSocket socket = owner.opensSocket(null);
        try (SlowSubmit inFlight = SlowSubmit.by(owner, node.address())) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(node::stop);

            await().atMost(TIMEOUT).until(() -> statusOf(node, "api/health") == 503);
            assertThat(owner.post("api/tasks", TASK).status()).isEqualTo(202);
            ApiResponse rejection = await().atMost(TIMEOUT)
                    .until(() -> owner.post("api/tasks", TASK), answer -> answer.status() != 202);

            assertThat(rejection.status()).isEqualTo(503);
            assertThat(rejection.problem()).isEqualTo("node-stopping");
            assertThat(statusOf(node, "api/health/live")).as("liveness").isEqualTo(200);
            assertThat(rejection.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(socket.closedWith()).isEqualTo(1001);
            assertThat(inFlight.finish()).contains(" 202 ");
            stopped.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"micro", "wildfly"})
    void a_starting_node_answers_no_request_before_it_is_ready(String kind) {
        stack.on(kind).redis().start();
        ServerProcess node = stack.addServer().begin();
        Set<Integer> answers = new TreeSet<>();

        await().atMost(Duration.ofSeconds(240))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    answers.add(statusOf(node, "api/health"));
                    answers.add(statusOf(node, ""));
                    return answers.contains(200);
                });

        assertThat(answers).isSubsetOf(0, 200, 503);
    }

    /** The response's status, 0 without a response. */
    private static int statusOf(ServerProcess node, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) node.address().resolve(path).toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
