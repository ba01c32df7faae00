package dev.millrace.monitoring.statistics;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.task.TaskState;
import dev.millrace.task.lifecycle.TaskLifecycleEvent;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The statistics of past events; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatisticsContract {
    private static final Duration STEP = Duration.ofSeconds(10);

    private final TestDatabase database;
    private MutableClock clock;

    StatisticsContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void nothingHappenedYet() {
        clock = new MutableClock(NOW);
        database.inTransaction(
                em -> em.createNativeQuery("delete from mr_statistics").executeUpdate());
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void events_are_counted_in_every_window() {
        var node = new StatisticsNode("n-1");
        node.fires(
                new TaskLifecycleEvent.Submitted("default", "t"),
                new TaskLifecycleEvent.Submitted("reports", "t"),
                new TaskLifecycleEvent.AttemptStarted("default", "t", Duration.ofSeconds(2)),
                new TaskLifecycleEvent.AttemptFinished("default", "t", Duration.ofMillis(40)),
                new TaskLifecycleEvent.Finished("default", "t", TaskState.SUCCEEDED),
                new TaskLifecycleEvent.Finished("default", "t", TaskState.FAILED),
                new TaskLifecycleEvent.Finished("default", "t", TaskState.CANCELLED),
                new TaskLifecycleEvent.Retried("default", "t"));

        node.write();

        for (String window : List.of("15m", "1h", "24h", "7d")) {
            JsonObject last = last(window);
            assertThat(last.getInt("submitted")).isEqualTo(2);
            assertThat(last.getInt("succeeded")).isEqualTo(1);
            assertThat(last.getInt("failed")).isEqualTo(1);
            assertThat(last.getInt("cancelled")).isEqualTo(1);
            assertThat(last.getInt("retried")).isEqualTo(1);
            assertThat(last.getJsonObject("waitMs").getInt("p50")).isBetween(1_800, 2_200);
            assertThat(last.getJsonObject("runMs").getInt("p99")).isBetween(36, 44);
        }
    }

    @Test
    void a_step_without_events_is_present_and_empty() {
        JsonObject shown = shown("15m");

        assertThat(shown.getInt("stepSeconds")).isEqualTo(10);
        assertThat(shown.getJsonArray("points")).hasSize(90);
        assertThat(last("15m").getInt("submitted")).isZero();
        assertThat(last("15m").getJsonObject("waitMs").get("p95")).isEqualTo(JsonValue.NULL);
        assertThat(last("15m").getJsonObject("backlog")).isEmpty();
        assertThat(last("15m").get("slots")).isEqualTo(JsonValue.NULL);
        assertThat(List.of(points("1h"), points("24h"), points("7d"))).containsExactly(60, 288, 168);
    }

    @Test
    void nodes_add_up() {
        var one = new StatisticsNode("n-1");
        var other = new StatisticsNode("n-2");
        one.fires(new TaskLifecycleEvent.Submitted("default", "t"));
        other.fires(new TaskLifecycleEvent.Submitted("default", "t"), new TaskLifecycleEvent.Submitted("default", "t"));

        one.write();
        other.write();

        assertThat(last("15m").getInt("submitted")).isEqualTo(3);
        assertThat(shown("15m").getJsonObject("totals").getInt("submitted")).isEqualTo(3);
    }

    @Test
    void later_events_of_a_step_are_added_and_repeated_writes_are_not() {
        var node = new StatisticsNode("n-1");
        node.fires(new TaskLifecycleEvent.Submitted("default", "t"));
        node.write();
        node.write();
        clock.advance(Duration.ofSeconds(3));
        node.fires(new TaskLifecycleEvent.Submitted("default", "t"));

        node.write();

        assertThat(last("15m").getInt("submitted")).isEqualTo(2);
    }

    @Test
    void a_restarted_node_adds_to_its_counts() {
        new StatisticsNode("n-1")
                .fires(new TaskLifecycleEvent.Submitted("default", "t"))
                .write();

        new StatisticsNode("n-2")
                .fires(new TaskLifecycleEvent.Submitted("default", "t"))
                .write();

        assertThat(last("7d").getInt("submitted")).isEqualTo(2);
    }

    @Test
    void no_statistics_are_lost_while_the_database_is_down() {
        var node = new StatisticsNode("n-1");
        node.fires(new TaskLifecycleEvent.Submitted("default", "t"));
        node.rows.down = true;
        assertThatThrownBy(node::write).hasMessage("down");
        clock.advance(STEP);
        node.fires(new TaskLifecycleEvent.Submitted("default", "t"));
        assertThatThrownBy(node::write).hasMessage("down");

        node.rows.down = false;
        node.write();

        assertThat(last("15m").getInt("submitted")).isEqualTo(1);
        assertThat(shown("15m").getJsonObject("totals").getInt("submitted")).isEqualTo(2);
    }

    @Test
    void a_gauge_is_the_mean_of_its_samples() {
        var node = new StatisticsNode("n-1");
        node.tallies.sampleBacklog("default", 10);
        node.tallies.sampleBacklog("default", 20);
        node.tallies.sampleWorkers(3, 8);

        node.write();

        assertThat(last("1h").getJsonObject("backlog").getInt("default")).isEqualTo(15);
        assertThat(last("1h").getInt("busySlots")).isEqualTo(3);
        assertThat(last("1h").getInt("slots")).isEqualTo(8);
    }

    @Test
    void rows_that_no_window_shows_are_deleted() {
        var node = new StatisticsNode("n-1");
        node.fires(new TaskLifecycleEvent.Submitted("default", "t")).write();
        clock.advance(Duration.ofHours(2));

        node.write();

        Object stored = database.inTransaction(
                em -> em.createNativeQuery("select step_seconds from mr_statistics order by step_seconds")
                        .getResultList());
        assertThat(stored).hasToString("[300, 3600]");
    }

    @Test
    void an_unknown_window_is_rejected_with_the_allowed_ones() {
        assertThatThrownBy(() -> shown("2h"))
                .isInstanceOfSatisfying(InvalidRequest.class, refused -> assertThat(refused.faults())
                        .hasToString("[Fault[pointer=?window, detail=must be one of 15m, 1h, 24h, 7d]]"));
    }

    private int points(String window) {
        return shown(window).getJsonArray("points").size();
    }

    private JsonObject last(String window) {
        return shown(window).getJsonArray("points").getJsonObject(points(window) - 1);
    }

    private JsonObject shown(String window) {
        String json = database.inTransaction(em -> new ShowStatistics(new StatisticsRows(em), clock).over(window));
        return Json.createReader(new StringReader(json)).readObject();
    }

    /** A node that counts and writes when a test makes it. */
    private final class StatisticsNode {
        final Tallies tallies = new Tallies(clock);
        final Rows rows = new Rows();
        private final WriteStatistics writer;

        StatisticsNode(String id) {
            writer = new WriteStatistics(id, tallies, rows, clock);
        }

        StatisticsNode fires(TaskLifecycleEvent... events) {
            List.of(events).forEach(tallies::onEvent);
            return this;
        }

        void write() {
            writer.once();
        }
    }

    /** Rows in a transaction of their own for each call, and unavailable when a test makes them so. */
    private final class Rows extends StatisticsRows {
        private boolean down;

        @Override
        public void write(String node, Map<Key, Tally> sums) {
            if (down) {
                throw new IllegalStateException("down");
            }
            database.inTransaction(em -> {
                new StatisticsRows(em).write(node, sums);
                return null;
            });
        }

        @Override
        public void purge(StatisticsWindow window, Instant before) {
            database.inTransaction(em -> {
                new StatisticsRows(em).purge(window, before);
                return null;
            });
        }
    }
}
