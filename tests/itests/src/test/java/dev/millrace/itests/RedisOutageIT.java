package dev.millrace.itests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.ReceivedEvents;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.Stack;

import static dev.millrace.testkit.client.EventKinds.READY;
import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TestInstance(Lifecycle.PER_CLASS)
class RedisOutageIT {
    private static final String MILL = "{\"text\":\"mill\"}";

    private final Stack stack = Stack.of("outage");

    @BeforeAll
    void start() {
        stack.start();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void a_task_submitted_while_redis_is_down_runs_when_it_is_back() {
        SignedInClient owner = ApiClient.at(stack.server().address()).signedIn();
        owner.submits("reverse_string", MILL);

        stack.redis().kill();
        String id = owner.submits("reverse_string", MILL).path("id").asText();
        assertThat(owner.task(id).path("state").asText()).isEqualTo("WAITING");
        stack.redis().start();

        await().atMost(ofSeconds(60))
                .until(() -> owner.task(id).path("state").asText().equals("SUCCEEDED"));
    }

    @Test
    void a_client_from_before_the_wipe_receives_a_gap() {
        SignedInClient owner = ApiClient.at(stack.server().address()).signedIn().listening();
        owner.submits("reverse_string", MILL);
        String last = owner.next(SUCCEEDED).id();

        stack.redis().ask(redis -> redis.flushAll());
        String id = owner.submits("reverse_string", MILL).path("id").asText();
        await().atMost(ofSeconds(60))
                .until(() -> owner.task(id).path("state").asText().equals("SUCCEEDED"));

        ReceivedEvents resumed = owner.opensSocket(last).inbox();
        assertThat(resumed.next(READY).data().path("recovered").asBoolean(true)).isFalse();
    }
}
