package dev.millrace.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.GoldenFile;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerReport;
import dev.millrace.dispatch.TaskClaims;
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.push.RecordingUserEventPublisher;
import dev.millrace.redis.StreamReader;
import dev.millrace.task.TaskBuilder;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** From the results stream into SQL: no report is lost or counts twice, and none delays the rest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CollectResultsContract {
    private static final Duration TAKE_OVER = Duration.ofMillis(1);

    private final TestDatabase database;
    private final TestRedis redis = new TestRedis();
    private final TaskRecords records;
    private final TaskClaims claims;
    private final MutableClock clock = new MutableClock(NOW);
    private final List<String> woken = new ArrayList<>();
    private String queue;
    private RecordingUserEventPublisher published;
    private Reports reports;
    private CollectResults collect;

    CollectResultsContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
        this.claims = new TaskClaims(database);
    }

    @BeforeEach
    void aNewQueue() {
        woken.clear();
        queue = records.aQueue();
        published = new RecordingUserEventPublisher();
        reports = new Reports();
        collect = collector("n-1");
    }

    @AfterAll
    void close() {
        redis.close();
        database.close();
    }

    @Test
    void a_report_is_written_published_and_acknowledged_and_frees_capacity() {
        Claim claim = aQueuedClaim();
        reported(succeeded(claim));

        collect.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(published.kindsOf(claim.taskId())).containsExactly("running", "succeeded");
        assertThat(unfinished()).isZero();
        assertThat(woken).containsExactly("room in " + queue);
    }

    @Test
    void the_outcome_of_a_short_task_is_written_together_with_its_start() {
        Claim claim = aQueuedClaim();
        reported(new WorkerReport.Started(claim, "w-1", NOW).toFields());
        reported(succeeded(claim));

        collector("n-1", 1).once(); // reads only the start at first

        assertThat(stateOf(claim)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(published.kindsOf(claim.taskId())).containsExactly("running", "succeeded");
        assertThat(reports.transactions).isEqualTo(1);
        assertThat(unfinished()).isZero();
    }

    @Test
    void a_released_task_wakes_the_dispatcher() {
        Claim claim = aQueuedClaim();
        reported(new WorkerReport.Released(claim, "w-1", NOW, "the worker stops", false).toFields());

        collect.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.WAITING);
        assertThat(woken).containsExactly("work in " + queue);
    }

    @Test
    void a_start_without_an_outcome_is_written() {
        Claim claim = aQueuedClaim();
        reported(new WorkerReport.Started(claim, "w-1", NOW).toFields());

        collect.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.RUNNING);
        assertThat(unfinished()).isZero();
    }

    @Test
    void an_unreadable_entry_is_set_aside_with_the_reason_and_delays_no_other() {
        Claim claim = aQueuedClaim();
        reported(Map.of("rubbish", "yes"));
        reported(succeeded(claim));

        collect.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(rejected()).singleElement().satisfies(entry -> assertThat(entry.getFields())
                .containsEntry("rubbish", "yes")
                .hasEntrySatisfying("reason", reason -> assertThat(reason).isNotBlank()));
        assertThat(unfinished()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad-report",
                "bad-report-at-missing",
                "bad-report-started-at-missing",
                "bad-report-result-missing",
                "bad-report-retry-yes",
                "bad-report-retry-in-negative",
                "bad-report-retry-in-endless",
                "bad-report-error-class-blank",
                "bad-report-version-2",
                "bad-report-fraction",
                "bad-report-time-beyond-reason",
                "bad-report-worker-too-long",
            })
    void an_unreadable_report_ends_its_attempt_and_is_set_aside_with_the_reason(String golden) {
        Claim first = aQueuedClaim(aTask().withAttempts(2));
        reported(new WorkerReport.Started(first, "w-1", NOW).toFields());
        reported(about(first, GoldenFile.read(golden)));
        collect.once();
        assertThat(stateOf(first)).isEqualTo(TaskState.WAITING);

        Claim second = claims.due(queue, 1, NOW.plus(Duration.ofDays(1))).get(0).claim();
        reported(about(second, GoldenFile.read(golden)));
        collect.once();

        assertThat(stateOf(second)).isEqualTo(TaskState.FAILED);
        assertThat(records.task(second).errorType()).isEqualTo("UnreadableReport");
        assertThat(records.outcomes(second)).containsExactly("failed", "failed");
        assertThat(published.kindsOf(second.taskId())).containsExactly("running", "waiting", "failed");
        assertThat(rejected()).hasSize(2).allSatisfy(entry -> assertThat(
                        records.task(second).errorMessage())
                .endsWith(entry.getFields().get("reason")));
        assertThat(unfinished()).isZero();
    }

    @Test
    void a_report_that_sql_rejects_ends_its_attempt_and_delays_no_other_of_its_batch() {
        Claim before = aQueuedClaim();
        Claim bad = aQueuedClaim(aTask().withAttempts(1));
        Claim after = aQueuedClaim();
        reported(succeeded(before));
        reported(succeeded(bad));
        reported(succeeded(after));
        reports.rejects = received -> received.report().claim().equals(bad) && received.rejection() == null;

        collect.once();

        assertThat(stateOf(before)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(stateOf(after)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(stateOf(bad)).isEqualTo(TaskState.FAILED);
        assertThat(records.task(bad).errorType()).isEqualTo("UnreadableReport");
        assertThat(rejected()).singleElement().satisfies(entry -> assertThat(entry.getFields())
                .containsEntry("task", bad.taskId().toString())
                .hasEntrySatisfying("reason", reason -> assertThat(reason).contains("cannot be written")));
        assertThat(unfinished()).isZero();
    }

    @Test
    void a_report_that_overflows_the_stack_is_tried_twice_and_set_aside_and_the_others_count() {
        Claim before = aQueuedClaim();
        Claim deep = aQueuedClaim();
        Claim after = aQueuedClaim();
        reported(succeeded(before));
        reported(succeeded(deep));
        reported(succeeded(after));
        reports.tooDeep = deep;

        collect.once();

        assertThat(stateOf(before)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(stateOf(after)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(rejected()).singleElement().satisfies(entry -> assertThat(entry.getFields())
                .containsEntry("task", deep.taskId().toString())
                .hasEntrySatisfying("reason", reason -> assertThat(reason).contains("StackOverflowError")));
        assertThat(unfinished()).isZero();
    }

    @Test
    void a_report_whose_failure_sql_will_not_take_either_is_set_aside() {
        Claim bad = aQueuedClaim();
        Claim good = aQueuedClaim();
        reported(succeeded(bad));
        reported(succeeded(good));
        reports.rejects = received -> received.report().claim().equals(bad);

        collect.once();

        assertThat(stateOf(bad)).isEqualTo(TaskState.QUEUED);
        assertThat(stateOf(good)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(rejected()).hasSize(1);
        assertThat(unfinished()).isZero();
    }

    @Test
    void an_event_that_cannot_be_published_delays_no_report_of_another_task() {
        Claim unpublished = aQueuedClaim();
        Claim other = aQueuedClaim();
        reported(succeeded(unpublished));
        reported(succeeded(other));
        published.failFor(unpublished.taskId(), new JedisDataException("WRONGTYPE"));

        collect.once();

        assertThat(stateOf(unpublished)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(published.kindsOf(other.taskId())).containsExactly("succeeded");
        assertThat(rejected()).singleElement().satisfies(entry -> assertThat(entry.getFields())
                .containsEntry("task", unpublished.taskId().toString()));
        assertThat(unfinished()).isZero();
    }

    @Test
    void only_the_worker_that_has_the_claim_may_report() {
        Claim claim = aQueuedClaim();
        reported(new WorkerReport.Started(claim, "w-1", NOW).toFields());
        reported(new WorkerReport.Progress(claim, "w-2", NOW, 0.9, "mine").toFields());
        reported(new WorkerReport.Log(claim, "w-2", NOW, "mine").toFields());
        reported(new WorkerReport.Succeeded(claim, "w-2", NOW, NOW, "\"mine\"").toFields());
        reported(new WorkerReport.Released(claim, "w-2", NOW, "mine").toFields());
        Map<String, String> unreadable = about(claim, GoldenFile.read("bad-report"));
        unreadable.put("worker", "w-2");
        reported(unreadable);
        collect.once();
        assertThat(stateOf(claim)).isEqualTo(TaskState.RUNNING);
        assertThat(records.task(claim).progress()).isZero();

        reported(succeeded(claim));
        collect.once();

        assertThat(records.task(claim).result()).isEqualTo("{}");
        assertThat(published.kindsOf(claim.taskId())).containsExactly("running", "succeeded");
        assertThat(records.lines(claim)).isEmpty();
        assertThat(unfinished()).isZero();
    }

    @Test
    void the_next_claim_is_the_worker_s_that_begins_it() {
        Claim first = aQueuedClaim();
        reported(new WorkerReport.Started(first, "w-1", NOW).toFields());
        collect.once();
        claims.workerDied(first, NOW);
        Claim second = claims.due(queue, 1, NOW).get(0).claim();

        reported(new WorkerReport.Succeeded(second, "w-2", NOW, NOW, "{}").toFields());
        collect.once();

        assertThat(stateOf(second)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(records.task(second).worker()).isEqualTo("w-2");
    }

    @Test
    void every_report_stays_in_redis_while_the_database_is_down() {
        Claim claim = aQueuedClaim();
        reported(succeeded(claim));
        reported(Map.of("rubbish", "yes"));
        reports.isDown = true;

        assertThatThrownBy(collect::once).isInstanceOf(PersistenceException.class);
        assertThatThrownBy(collect::once).isInstanceOf(PersistenceException.class);
        assertThat(unfinished()).isEqualTo(1);
        assertThat(rejected()).as("what cannot be read, once").hasSize(1);

        reports.isDown = false;
        collect.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(unfinished()).isZero();
    }

    @Test
    void a_short_outage_of_redis_sets_no_report_aside_and_loses_no_event() {
        Claim claim = aQueuedClaim();
        reported(succeeded(claim));
        published.failOnce(new JedisConnectionException("down"));

        assertThatThrownBy(collect::once).isInstanceOf(JedisConnectionException.class);
        collect.once();

        assertThat(rejected()).isEmpty();
        assertThat(published.kindsOf(claim.taskId())).containsExactly("succeeded");
        assertThat(unfinished()).isZero();
    }

    @Test
    void reports_that_another_node_read_and_did_not_finish_are_taken_over() {
        Claim claim = aQueuedClaim();
        reported(succeeded(claim));
        readBy("n-0");

        await().until(() -> {
            collect.once();
            clock.advance(TAKE_OVER);
            return stateOf(claim) == TaskState.SUCCEEDED;
        });

        assertThat(unfinished()).isZero();
        assertThat(records.outcomes(claim)).containsExactly("succeeded");
    }

    @Test
    void an_outcome_that_a_node_wrote_before_it_died_is_published_by_the_next() {
        Claim claim = aQueuedClaim();
        reported(succeeded(claim));
        readBy("n-0");
        records.change(claim, task -> task.succeed("{}", "w-1", NOW));

        await().until(() -> {
            collect.once();
            clock.advance(TAKE_OVER);
            return unfinished() == 0;
        });

        assertThat(published.kindsOf(claim.taskId())).containsExactly("succeeded");
        assertThat(records.outcomes(claim)).isEmpty();
    }

    @Test
    void the_same_reports_once_more_change_nothing() {
        Claim claim = aQueuedClaim();
        for (int i = 0; i < 2; i++) {
            reported(new WorkerReport.Started(claim, "w-1", NOW).toFields());
            reported(new WorkerReport.Progress(claim, "w-1", NOW, 0.5, "half").toFields());
            reported(succeeded(claim));
            collect.once();
        }

        assertThat(published.kindsOf(claim.taskId())).containsExactly("running", "progress", "succeeded");
        assertThat(records.outcomes(claim)).containsExactly("succeeded");
        assertThat(records.task(claim).progress()).isEqualTo(1);
    }

    @Test
    void a_report_on_a_missing_task_is_ignored() {
        Claim claim = aQueuedClaim();
        reported(succeeded(new Claim(UUID.randomUUID(), 1)));
        reported(succeeded(claim));

        collect.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(unfinished()).isZero();
        assertThat(rejected()).isEmpty();
    }

    @Test
    void a_result_nested_beyond_all_reason_fails_its_task() {
        Claim claim = aQueuedClaim();
        String nested = "[".repeat(5_000) + "]".repeat(5_000);
        reported(new WorkerReport.Succeeded(claim, "w-1", NOW, NOW, nested).toFields());

        collect.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.FAILED);
        assertThat(records.task(claim).errorType()).isEqualTo("InvalidResult");
    }

    @Test
    void a_nul_is_removed_for_postgresql() {
        Claim claim = aQueuedClaim();
        reported(new WorkerReport.Log(claim, "w-1", NOW, "before\0after").toFields());

        collect.once();

        assertThat(records.lines(claim)).containsExactly("beforeafter");
        assertThat(rejected()).isEmpty();
    }

    private CollectResults collector(String node) {
        return collector(node, 100);
    }

    private CollectResults collector(String node, int batch) {
        WakeUpSender wakeUps = new WakeUpSender() {
            @Override
            public void workAvailable(String name) {
                woken.add("work in " + name);
            }

            @Override
            public void capacityFreed(String name) {
                woken.add("room in " + name);
            }
        };
        return new CollectResults(
                queue,
                reader(node),
                PrefetchedReports.alone(),
                reports,
                published,
                wakeUps,
                new ResultSettings(batch, TAKE_OVER),
                clock);
    }

    private StreamReader reader(String node) {
        return new StreamReader(redis.client(), RedisNames.results(queue), RedisNames.SERVER_GROUP, node);
    }

    private void readBy(String node) {
        assertThat(reader(node).poll(10)).isNotEmpty();
    }

    private static Map<String, String> about(Claim claim, Map<String, String> report) {
        Map<String, String> fields = new HashMap<>(report);
        fields.put("task", claim.taskId().toString());
        fields.put("claim", Long.toString(claim.number()));
        return fields;
    }

    private Claim aQueuedClaim() {
        return aQueuedClaim(aTask());
    }

    private Claim aQueuedClaim(TaskBuilder task) {
        records.submitted(queue, UUID.randomUUID(), task);
        return claims.due(queue, 1, NOW).get(0).claim();
    }

    private static Map<String, String> succeeded(Claim claim) {
        return new WorkerReport.Succeeded(claim, "w-1", NOW, NOW, "{}").toFields();
    }

    private void reported(Map<String, String> fields) {
        redis.client().xadd(RedisNames.results(queue), StreamEntryID.NEW_ENTRY, new HashMap<>(fields));
    }

    private long unfinished() {
        return redis.client().xlen(RedisNames.results(queue));
    }

    private List<StreamEntry> rejected() {
        return redis.client().xrange(RedisNames.rejected(RedisNames.results(queue)), (StreamEntryID) null, null);
    }

    private TaskState stateOf(Claim claim) {
        return records.task(claim).state();
    }

    /** Writes to the test's database, each batch in a transaction of its own, unless the database is away. */
    private final class Reports extends ApplyReports {
        private boolean isDown;
        private Claim tooDeep;
        private Predicate<ReceivedReport> rejects = received -> false;
        private int transactions;

        @Override
        public List<TaskEvent> apply(List<ReceivedReport> batch) {
            checkDatabase();
            if (batch.stream().anyMatch(received -> received.report().claim().equals(tooDeep))) {
                throw new StackOverflowError("deep");
            }
            if (batch.stream().anyMatch(rejects)) {
                throw new PersistenceException("value too long");
            }
            transactions++;
            return database.inTransaction(em -> new ApplyReports(
                            em, TaskRecords.SETTINGS, clock, new TaskFinishedEvents(ended -> {}), new TaskLifecycle())
                    .apply(batch));
        }

        @Override
        public void checkDatabase() {
            if (isDown) {
                throw new PersistenceException("down");
            }
        }
    }
}
