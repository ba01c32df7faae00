package dev.millrace.itests;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.database.PostgresServer;
import dev.millrace.testkit.server.ServerProcess;
import dev.millrace.testkit.server.Stack;

import static dev.millrace.testkit.client.EventKinds.QUEUED;
import static dev.millrace.testkit.client.EventKinds.RUNNING;
import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static dev.millrace.testkit.client.EventKinds.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two servers on one Redis and one PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT {
    private PostgresServer postgres;
    private Stack stack;
    private ServerProcess second;

    @BeforeAll
    void start() {
        postgres = PostgresServer.temporary().start();
        stack = Stack.of("two-nodes").with("MILLRACE_DB_URL", postgres.url());
        stack.start();
        second = stack.addServer().start();
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
        postgres.close();
    }

    @Test
    void a_connection_at_each_node_receives_the_tasks_events() {
        SignedInClient atFirst =
                ApiClient.at(stack.server().address()).signedIn().listening();
        SignedInClient atSecond = atFirst.at(ApiClient.at(second.address())).listening();
        SignedInClient otherUser = ApiClient.at(second.address()).signedIn().listening();

        String task = atFirst.submits("reverse_string", "{\"text\":\"mill\"}")
                .path("id")
                .asText();

        receivesAllEvents(atFirst, task);
        receivesAllEvents(atSecond, task);
        assertThat(otherUser.received()).isEmpty();
    }

    @Test
    void the_other_node_takes_over_when_one_is_killed() {
        SignedInClient owner = ApiClient.at(second.address()).signedIn();
        Backlog backlog = Backlog.submittedBy(owner);
        backlog.awaitHalfFinished();

        stack.server().kill();

        backlog.awaitEachFinishedOnce();
        stack.server().start();
    }

    /** One node reports that the task waits while the other reports its next state; the revision shows which is newer. */
    private static void receivesAllEvents(SignedInClient owner, String task) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(owner.inbox().states(task))
                        .containsExactlyInAnyOrder(WAITING, QUEUED, RUNNING, SUCCEEDED));
    }
}
