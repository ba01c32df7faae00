package dev.millrace.worker.execution;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.GoldenFile;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.testhandlers.Echo;
import dev.millrace.testhandlers.Explode;
import dev.millrace.testhandlers.Refuse;
import dev.millrace.testhandlers.Sleep;
import dev.millrace.worker.api.DoNotRetry;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class WorkerTest {
    @RegisterExtension
    final WorkerTestBed testBed = new WorkerTestBed(new Echo(), new Sleep(), new Explode(), new Refuse());

    @Test
    void a_task_is_run_and_taken_off_the_stream() {
        Claim claim = testBed.dispatch("echo", "mill");

        assertThat(testBed.outcome(claim)).containsEntry("result", "{\"text\":\"mill\"}");
        assertThat(testBed.kinds(claim)).containsExactly("started", "succeeded");
        assertThat(testBed.redis().xlen(RedisNames.tasks(WorkerTestBed.QUEUE))).isZero();
    }

    @Test
    void a_handler_that_throws_an_error_fails_its_task_and_nothing_else() {
        Claim bad = testBed.dispatch("explode", "x");
        Claim good = testBed.dispatch("echo", "x");

        assertThat(testBed.outcome(bad)).containsEntry("errorClass", "java.lang.StackOverflowError");
        assertThat(testBed.outcome(good)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_handler_prevents_a_retry_or_sets_its_delay() {
        Claim never = testBed.dispatch("refuse", "never");
        Claim later = testBed.dispatch("refuse", "7000");
        Claim usual = testBed.dispatch("explode", "x");

        assertThat(testBed.outcome(never))
                .containsEntry("retry", "false")
                .containsEntry("errorClass", DoNotRetry.class.getName())
                .containsEntry("errorMessage", "there is nothing to be had")
                .hasEntrySatisfying("errorTrace", trace -> assertThat(trace)
                        .startsWith(DoNotRetry.class.getName() + ": there is nothing to be had")
                        .contains("Caused by: java.lang.IllegalArgumentException: never"));
        assertThat(testBed.outcome(later)).containsEntry("retry", "true").containsEntry("retryIn", "7000");
        assertThat(testBed.outcome(usual)).containsEntry("retry", "true").doesNotContainKey("retryIn");
    }

    @Test
    void an_unreadable_entry_is_set_aside_with_the_reason() {
        String stream = RedisNames.tasks(WorkerTestBed.QUEUE);

        testBed.redis().xadd(stream, StreamEntryID.NEW_ENTRY, GoldenFile.read("bad-task-dispatch"));
        Claim next = testBed.dispatch("echo", "x");

        assertThat(testBed.outcome(next)).containsEntry("kind", "succeeded");
        List<StreamEntry> rejected =
                testBed.redis().xrange(RedisNames.rejected(stream), (StreamEntryID) null, (StreamEntryID) null);
        assertThat(rejected).singleElement().satisfies(entry -> assertThat(
                        entry.getFields().get("reason"))
                .isEqualTo("field 'task' is not a UUID"));
    }

    @Test
    void a_duplicate_entry_is_run_once() {
        var dispatch = new TaskDispatch(new Claim(UUID.randomUUID(), 1), "sleep", 1, "{\"text\":\"300\"}", null);
        testBed.dispatch(WorkerTestBed.QUEUE, dispatch);
        testBed.dispatch(WorkerTestBed.QUEUE, dispatch);
        testBed.outcome(dispatch.claim());

        testBed.dispatch(WorkerTestBed.QUEUE, dispatch);
        Claim next = testBed.dispatch("echo", "x");

        assertThat(testBed.outcome(next)).containsEntry("kind", "succeeded");
        assertThat(testBed.kinds(dispatch.claim())).containsExactly("started", "succeeded");
        assertThat(testBed.redis().xlen(RedisNames.tasks(WorkerTestBed.QUEUE))).isZero();
    }

    @Test
    void an_outcome_survives_an_outage_of_redis_that_empties_it() throws Exception {
        Claim claim = testBed.dispatch("sleep", "1500");
        testBed.awaitStart(claim);

        testBed.restartRedisEmpty();

        assertThat(testBed.outcome(claim)).containsEntry("kind", "succeeded");
        testBed.eventually().until(() -> testBed.redis().xlen(RedisNames.ANNOUNCEMENTS) == 4);
        assertThat(testBed.outcome(testBed.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
    }
}
