package dev.millrace.worker.execution;

import java.util.List;
import java.util.UUID;

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

class WorkerTest {
    @RegisterExtension
    final WorkerTestBed bench = new WorkerTestBed(new Echo(), new Sleep(), new Explode(), new Refuse());

    @Test
    void a_task_is_run_and_taken_off_the_stream() {
        Claim claim = bench.dispatch("echo", "mill");

        assertThat(bench.outcome(claim)).containsEntry("result", "{\"text\":\"mill\"}");
        assertThat(bench.kinds(claim)).containsExactly("started", "succeeded");
        assertThat(bench.redis().xlen(RedisNames.tasks(WorkerTestBed.QUEUE))).isZero();
    }

    @Test
    void a_handler_that_throws_an_error_fails_its_task_and_nothing_else() {
        Claim bad = bench.dispatch("explode", "x");
        Claim good = bench.dispatch("echo", "x");

        assertThat(bench.outcome(bad)).containsEntry("errorClass", "java.lang.StackOverflowError");
        assertThat(bench.outcome(good)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_handler_says_that_no_retry_can_help_or_when_the_next_one_should_be() {
        Claim never = bench.dispatch("refuse", "never");
        Claim later = bench.dispatch("refuse", "7000");
        Claim usual = bench.dispatch("explode", "x");

        assertThat(bench.outcome(never))
                .containsEntry("retry", "false")
                .containsEntry("errorClass", DoNotRetry.class.getName())
                .containsEntry("errorMessage", "there is nothing to be had")
                .hasEntrySatisfying("errorTrace", trace -> assertThat(trace)
                        .startsWith(DoNotRetry.class.getName() + ": there is nothing to be had")
                        .contains("Caused by: java.lang.IllegalArgumentException: never"));
        assertThat(bench.outcome(later)).containsEntry("retry", "true").containsEntry("retryIn", "7000");
        assertThat(bench.outcome(usual)).containsEntry("retry", "true").doesNotContainKey("retryIn");
    }

    @Test
    void an_unreadable_entry_is_set_aside_with_the_reason() {
        String stream = RedisNames.tasks(WorkerTestBed.QUEUE);

        bench.redis().xadd(stream, StreamEntryID.NEW_ENTRY, GoldenFile.read("bad-task-dispatch"));
        Claim next = bench.dispatch("echo", "x");

        assertThat(bench.outcome(next)).containsEntry("kind", "succeeded");
        List<StreamEntry> rejected =
                bench.redis().xrange(RedisNames.rejected(stream), (StreamEntryID) null, (StreamEntryID) null);
        assertThat(rejected).singleElement().satisfies(entry -> assertThat(
                        entry.getFields().get("reason"))
                .isEqualTo("field 'task' is not a UUID"));
    }

    @Test
    void an_entry_that_comes_twice_is_run_once() {
        var dispatch = new TaskDispatch(new Claim(UUID.randomUUID(), 1), "sleep", 1, "{\"text\":\"300\"}", null);
        bench.dispatch(WorkerTestBed.QUEUE, dispatch);
        bench.dispatch(WorkerTestBed.QUEUE, dispatch);
        bench.outcome(dispatch.claim());

        bench.dispatch(WorkerTestBed.QUEUE, dispatch);
        Claim next = bench.dispatch("echo", "x");

        assertThat(bench.outcome(next)).containsEntry("kind", "succeeded");
        assertThat(bench.kinds(dispatch.claim())).containsExactly("started", "succeeded");
        assertThat(bench.redis().xlen(RedisNames.tasks(WorkerTestBed.QUEUE))).isZero();
    }

    @Test
    void an_outcome_survives_that_redis_is_away_and_comes_back_empty() throws Exception {
        Claim claim = bench.dispatch("sleep", "1500");
        bench.awaitStart(claim);

        bench.restartRedisEmpty();

        assertThat(bench.outcome(claim)).containsEntry("kind", "succeeded");
        bench.soon().until(() -> bench.redis().xlen(RedisNames.ANNOUNCEMENTS) == 4);
        assertThat(bench.outcome(bench.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
    }
}
