package dev.millrace.itests;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.Event;
import dev.millrace.testkit.client.ReceivedEvents;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.Stack;

import static dev.millrace.testkit.client.EventKinds.READY;
import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(SharedStack.class)
class ResumeIT {
    private static final String MILL = "{\"text\":\"mill\"}";

    private final ApiClient apiClient;

    ResumeIT(Stack stack) {
        apiClient = ApiClient.at(stack.server().address());
    }

    @Test
    void a_reconnected_socket_receives_missed_events() {
        SignedInClient owner = apiClient.signedIn().listening();
        owner.submits("reverse_string", MILL);
        Event last = owner.next(SUCCEEDED);
        String missed = submitsAndAwaitsEnd(owner);

        ReceivedEvents resumed = owner.opensSocket(last.id()).inbox();

        assertThat(resumed.next(READY).data().path("recovered").asBoolean()).isTrue();
        resumed.next(SUCCEEDED);
        assertThat(resumed.states(missed)).containsExactly("waiting", "queued", "running", "succeeded");
        assertThat(resumed.received()).extracting(Event::taskId).containsOnly(missed);
    }

    @Test
    void a_socket_with_an_unknown_position_receives_a_gap() {
        SignedInClient owner = apiClient.signedIn().listening();
        owner.submits("reverse_string", MILL);
        Event last = owner.next(SUCCEEDED);
        String otherEpoch = last.id().replaceFirst("^[^-:.]+", "0123456789abcdef");

        Event ready = owner.opensSocket(otherEpoch).inbox().next(READY);

        assertThat(ready.data().path("recovered").isBoolean()).isTrue();
        assertThat(ready.data().path("recovered").asBoolean()).isFalse();
    }

    @Test
    void a_stream_of_server_sent_events_resumes_as_well() {
        SignedInClient owner = apiClient.signedIn().listening();
        owner.submits("reverse_string", MILL);
        Event last = owner.next(SUCCEEDED);
        String missed = submitsAndAwaitsEnd(owner);

        try (var stream = owner.opensStream(last.id())) {
            stream.inbox().next(SUCCEEDED);

            assertThat(stream.inbox().states(missed)).containsExactly("waiting", "queued", "running", "succeeded");
            assertThat(stream.inbox().received()).extracting(Event::taskId).containsOnly(missed);
        }
    }

    @Test
    void a_stream_of_server_sent_events_is_live() {
        SignedInClient owner = apiClient.signedIn();

        try (var stream = owner.opensStream(null)) {
            stream.inbox().next(READY);
            String task = owner.submits("reverse_string", MILL).path("id").asText();
            stream.inbox().next(SUCCEEDED);

            assertThat(stream.inbox().states(task)).endsWith("running", "succeeded");
        }
    }

    private static String submitsAndAwaitsEnd(SignedInClient owner) {
        String id = owner.submits("reverse_string", MILL).path("id").asText();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> owner.task(id).path("state").asText().equals("SUCCEEDED"));
        return id;
    }
}
