package dev.millrace.monitoring.system;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.platform.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The live server processes; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NodesContract {
    private final TestDatabase database;
    private LiveNode first;
    private LiveNode second;

    NodesContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void twoNodes() {
        database.inTransaction(em -> em.createQuery("delete from LiveNode n").executeUpdate());
        first = new LiveNode("n-1", "mill", "1.0", NOW);
        second = new LiveNode("n-2", "brook", "1.1", NOW.plusSeconds(1));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void live_nodes_are_listed_oldest_first() {
        sendHeartbeat(second, NOW.plusSeconds(1));
        sendHeartbeat(first, NOW.plusSeconds(5));
        sendHeartbeat(first, NOW.plusSeconds(10));

        List<LiveNode> all = all(NOW.plusSeconds(10));

        assertThat(all).extracting(LiveNode::id).containsExactly("n-1", "n-2");
        assertThat(all).extracting(LiveNode::host).containsExactly("mill", "brook");
        assertThat(all.get(0).startedAt()).isEqualTo(NOW);
        assertThat(all.get(0).lastSeenAt()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void a_silent_node_is_removed_and_returns_with_its_next_heartbeat() {
        sendHeartbeat(first, NOW);
        Instant later = NOW.plus(Nodes.LIVENESS_TIMEOUT).plusMillis(1);

        assertThat(all(later)).isEmpty();
        sendHeartbeat(second, later);
        sendHeartbeat(first, later);

        assertThat(all(later)).extracting(LiveNode::id).containsExactly("n-1", "n-2");
    }

    @Test
    void a_stopping_node_is_removed_at_once() {
        sendHeartbeat(first, NOW);
        sendHeartbeat(second, NOW);

        call(nodes -> nodes.remove("n-1"));

        assertThat(all(NOW)).extracting(LiveNode::id).containsExactly("n-2");
    }

    private void sendHeartbeat(LiveNode node, Instant at) {
        call(nodes -> nodes.heartbeat(node, at));
    }

    private List<LiveNode> all(Instant now) {
        return database.inTransaction(em -> new Nodes(em).all(now));
    }

    private void call(Consumer<Nodes> work) {
        database.inTransaction(em -> {
            work.accept(new Nodes(em));
            return null;
        });
    }
}
