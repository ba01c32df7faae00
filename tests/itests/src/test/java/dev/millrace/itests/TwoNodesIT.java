package dev.millrace.itests;

import java.io.IOException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.millrace.itests.client.Person;
import dev.millrace.itests.client.Visitor;
import dev.millrace.itests.stack.ServerProcess;
import dev.millrace.itests.stack.Stack;

import static dev.millrace.itests.client.EventKinds.QUEUED;
import static dev.millrace.itests.client.EventKinds.RUNNING;
import static dev.millrace.itests.client.EventKinds.SUCCEEDED;
import static dev.millrace.itests.client.EventKinds.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two servers on one Redis and one PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT {
    private EmbeddedPostgres postgres;
    private Stack stack;
    private ServerProcess second;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        stack = Stack.of("two-nodes").with("MILLRACE_DB_URL", postgres.getJdbcUrl("postgres", "postgres"));
        stack.start();
        second = stack.addServer().start();
    }

    @AfterAll
    void stop() throws IOException {
        if (stack != null) {
            stack.close();
        }
        postgres.close();
    }

    @Test
    void a_session_at_each_node_hears_of_the_task() {
        Person atFirst = Visitor.at(stack.server().address()).signedIn().listening();
        Person atSecond = atFirst.at(Visitor.at(second.address())).listening();
        Person stranger = Visitor.at(second.address()).signedIn().listening();

        String task = atFirst.submits("reverse_string", "{\"text\":\"mill\"}")
                .path("id")
                .asText();

        hearsAll(atFirst, task);
        hearsAll(atSecond, task);
        assertThat(stranger.received()).isEmpty();
    }

    @Test
    void the_other_node_takes_over_when_one_is_killed() {
        Person owner = Visitor.at(second.address()).signedIn();
        Backlog backlog = Backlog.submittedBy(owner);
        backlog.awaitItsMidst();

        stack.server().kill();

        backlog.awaitEachFinishedOnce();
        stack.server().start();
    }

    /** One node reports that the task waits while the other reports its next state; the revision shows which is newer. */
    private static void hearsAll(Person owner, String task) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(owner.inbox().states(task))
                        .containsExactlyInAnyOrder(WAITING, QUEUED, RUNNING, SUCCEEDED));
    }
}
