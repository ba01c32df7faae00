package dev.millrace.worker.execution;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.millrace.contract.Claim;
import dev.millrace.contract.WorkerOrder;
import dev.millrace.testhandlers.Echo;
import dev.millrace.testhandlers.FailWhenStopped;
import dev.millrace.testhandlers.FinishAnyway;
import dev.millrace.testhandlers.Sleep;
import dev.millrace.testhandlers.Spin;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
@Timeout(120)
class StopTaskTest {
    private static final String END_OF_SPIN = "millrace.test.end-of-spin";
    private static final Duration SHORT = Duration.ofMillis(100);

    @RegisterExtension
    final WorkerTestBed testBed =
            new WorkerTestBed(new Echo(), new Sleep(), new Spin(), new FinishAnyway(), new FailWhenStopped());

    @BeforeEach
    void let_spinners_spin() {
        System.clearProperty(END_OF_SPIN);
    }

    @AfterEach
    void let_no_spinner_outlive_its_test() {
        System.setProperty(END_OF_SPIN, "end");
    }

    @Test
    void a_handler_that_listens_stops_when_its_task_is_cancelled() {
        Claim claim = started("sleep", "x");

        testBed.orderToStop(claim);

        assertThat(testBed.outcome(claim)).containsEntry("kind", "cancelled");
    }

    @Test
    void an_order_for_another_claim_of_the_task_stops_nothing() {
        Claim claim = started("sleep", "500");

        testBed.orderToStop(new Claim(claim.taskId(), claim.number() + 1));

        assertThat(testBed.outcome(claim)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_result_that_is_there_all_the_same_counts() {
        Claim claim = started("finish_anyway", "done");

        testBed.orderToStop(claim);

        assertThat(testBed.outcome(claim)).containsEntry("result", "{\"text\":\"done\"}");
    }

    @Test
    void an_error_of_its_own_while_stopping_counts() {
        Claim claim = started("fail_when_stopped", "x");

        testBed.orderToStop(claim);

        assertThat(testBed.outcome(claim)).containsEntry("errorClass", "java.lang.IllegalStateException");
    }

    @Test
    void a_handler_that_ignores_the_stop_is_abandoned_after_its_grace_and_frees_its_slot() {
        Claim spinner = started("spin", "end");
        Claim sleeper = started("sleep", "x");

        testBed.orderToStop(spinner);

        assertThat(testBed.outcome(spinner)).containsEntry("kind", "cancelled");
        assertThat(testBed.outcome(testBed.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
        assertThat(testBed.kinds(sleeper)).containsExactly("started");
    }

    @Test
    void an_attempt_receives_a_stop_request_at_its_timeout() {
        Claim claim = testBed.dispatch(WorkerTestBed.QUEUE, "sleep", "x", SHORT);

        assertThat(testBed.outcome(claim))
                .containsEntry("errorClass", "TaskTimedOut")
                .containsEntry("retry", "true");
    }

    @Test
    void an_attempt_that_does_not_stop_at_its_timeout_fails_after_its_grace_and_shows_where_it_was() {
        Claim claim = testBed.dispatch(WorkerTestBed.QUEUE, "spin", "end", SHORT);

        Map<String, String> outcome = testBed.outcome(claim);

        assertThat(outcome).containsEntry("errorClass", "TaskTimedOut");
        assertThat(outcome.get("errorTrace")).contains(Spin.class.getName());
    }

    @Test
    void a_worker_ends_when_as_many_threads_as_it_has_slots_ignore_it() throws Exception {
        Claim first = testBed.dispatch(WorkerTestBed.QUEUE, "spin", "end", SHORT);
        Claim second = testBed.dispatch(WorkerTestBed.QUEUE, "spin", "end", SHORT);

        assertThat(testBed.worker().awaitStop()).isTrue();

        assertThat(testBed.outcome(first)).containsEntry("errorClass", "TaskTimedOut");
        assertThat(testBed.outcome(second)).containsEntry("errorClass", "TaskTimedOut");
    }

    @Test
    void a_stopping_worker_releases_unfinished_tasks() throws Exception {
        Claim sleeper = started("sleep", "x");
        Claim spinner = started("spin", "end");

        testBed.worker().stop();

        assertThat(testBed.outcome(sleeper)).containsEntry("kind", "released").doesNotContainKey("unsuited");
        assertThat(testBed.outcome(spinner)).containsEntry("kind", "released");
        assertThat(testBed.redis().exists("millrace:worker:" + testBed.worker().id()))
                .isFalse();
    }

    @Test
    void an_order_to_stop_ends_the_worker_in_order() throws Exception {
        Claim claim = started("sleep", "x");

        testBed.order(WorkerOrder.Kind.STOP);

        assertThat(testBed.worker().awaitStop()).isFalse();
        assertThat(testBed.outcome(claim)).containsEntry("kind", "released");
    }

    private Claim started(String type, String text) {
        Claim claim = testBed.dispatch(type, text);
        testBed.awaitStart(claim);
        return claim;
    }
}
