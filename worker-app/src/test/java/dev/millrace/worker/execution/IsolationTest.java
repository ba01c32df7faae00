package dev.millrace.worker.execution;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.contract.Claim;
import dev.millrace.testhandlers.Echo;
import dev.millrace.testhandlers.Exit;
import dev.millrace.testhandlers.IsolatedExit;
import dev.millrace.testhandlers.IsolatedGlutton;
import dev.millrace.testhandlers.IsolatedHoard;
import dev.millrace.testhandlers.IsolatedPid;
import dev.millrace.testhandlers.IsolatedSleep;
import dev.millrace.testhandlers.IsolatedSpin;
import dev.millrace.testhandlers.Subprocess;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class IsolationTest {
    @RegisterExtension
    final WorkerTestBed testBed = new WorkerTestBed(
            new Echo(),
            new IsolatedExit(),
            new IsolatedGlutton(),
            new IsolatedHoard(),
            new IsolatedPid(),
            new IsolatedSleep(),
            new IsolatedSpin(),
            new Subprocess());

    @Test
    void an_isolated_task_runs_in_another_process_and_is_reported_like_any_other() {
        Claim claim = testBed.dispatch("isolated_pid", "x");

        long pid = pidFrom(claim);

        assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(testBed.kinds(claim)).containsExactly("started", "progress", "log", "succeeded");
        assertThat(testBed.reports(claim).get(2)).containsEntry("line", "in " + pid);
    }

    @Test
    void a_child_runs_further_tasks_and_is_replaced_after_its_last_one() {
        Set<Long> pids = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            pids.add(pidFrom(testBed.dispatch("isolated_pid", "x")));
        }
        assertThat(pids).hasSize(1);

        pids.add(pidFrom(testBed.dispatch("isolated_pid", "x")));

        assertThat(pids).hasSize(2);
    }

    @Test
    void a_child_that_retains_more_than_half_of_its_memory_is_replaced() {
        long hoarder = pidFrom(testBed.dispatch("isolated_hoard", "18"));

        long next = pidFrom(testBed.dispatch("isolated_pid", "x"));

        assertThat(next).isNotEqualTo(hoarder);
    }

    @Test
    void a_spinning_child_is_killed_after_its_grace_while_another_task_continues() {
        Claim sleeper = testBed.dispatch("isolated_sleep", "x");
        testBed.awaitStart(sleeper);

        Claim spinner = testBed.dispatch(WorkerTestBed.QUEUE, "isolated_spin", "x", Duration.ofMillis(100));

        assertThat(testBed.outcome(spinner)).containsEntry("errorClass", "TaskTimedOut");
        assertThat(testBed.outcome(testBed.dispatch("isolated_pid", "x"))).containsEntry("kind", "succeeded");
        assertThat(testBed.kinds(sleeper)).containsExactly("started");
    }

    @Test
    void a_cancelled_task_that_never_listens_is_killed() {
        Claim claim = testBed.dispatch("isolated_spin", "x");
        testBed.awaitStart(claim);

        testBed.orderToStop(claim);

        assertThat(testBed.outcome(claim)).containsEntry("kind", "cancelled");
    }

    @Test
    void a_cancelled_task_that_listens_stops_by_itself_and_leaves_its_child_alive() {
        long pid = pidFrom(testBed.dispatch("isolated_pid", "x"));
        Claim claim = testBed.dispatch("isolated_sleep", "x");
        testBed.awaitStart(claim);

        testBed.orderToStop(claim);

        assertThat(testBed.outcome(claim)).containsEntry("kind", "cancelled");
        assertThat(pidFrom(testBed.dispatch("isolated_pid", "x"))).isEqualTo(pid);
    }

    @Test
    void a_task_that_uses_up_its_memory_fails_alone() {
        Claim glutton = testBed.dispatch("isolated_glutton", "x");
        Claim neighbour = testBed.dispatch("isolated_pid", "x");

        assertThat(testBed.outcome(glutton))
                .containsEntry("errorClass", "OutOfMemory")
                .containsEntry("retry", "true");
        assertThat(testBed.outcome(neighbour)).containsEntry("kind", "succeeded");
    }

    @ParameterizedTest
    @CsvSource({"x,7", "self,0", "thread,0", "pool,0", "hook,137"})
    void a_task_that_exits_its_process_fails_alone_with_that_reason(String way, int code) {
        Claim claim = testBed.dispatch("isolated_exit", way);
        Claim neighbour = testBed.dispatch("isolated_pid", "x");

        assertThat(testBed.outcome(claim))
                .containsEntry("errorClass", "HandlerExited")
                .containsEntry("retry", "true")
                .hasEntrySatisfying(
                        "errorMessage", message -> assertThat(message).contains("code was " + code))
                .hasEntrySatisfying("errorTrace", trace -> assertThat(trace).contains(Exit.class.getPackageName()));
        assertThat(testBed.outcome(neighbour)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_task_that_halts_its_process_fails_alone() {
        Claim claim = testBed.dispatch("isolated_exit", "halt");

        assertThat(testBed.outcome(claim))
                .containsEntry("errorClass", "ChildProcessLost")
                .hasEntrySatisfying(
                        "errorMessage", message -> assertThat(message).contains("code 7"));
    }

    @Test
    void a_subprocess_that_shares_the_streams_reads_no_commands_and_corrupts_no_reports() {
        Claim greedy = testBed.dispatch("isolated_subprocess", "cat; echo not a report; sleep 0.2 & cat");
        Claim next = testBed.dispatch("isolated_pid", "x");

        assertThat(testBed.outcome(greedy)).containsEntry("result", "{\"text\":\"ended with 0\"}");
        assertThat(testBed.outcome(next)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_process_that_outlives_its_handler_and_reads_gets_nothing_of_the_next_task() {
        Claim first = testBed.dispatch("isolated_subprocess", "cat > /dev/null & exec true");
        assertThat(testBed.outcome(first)).containsEntry("kind", "succeeded");

        for (int i = 0; i < 2; i++) {
            assertThat(testBed.outcome(testBed.dispatch("isolated_subprocess", "test -z $(cat)")))
                    .containsEntry("result", "{\"text\":\"ended with 0\"}");
        }
    }

    @Test
    void a_child_that_is_killed_from_outside_fails_its_task_alone() {
        long pid = pidFrom(testBed.dispatch("isolated_pid", "x"));
        Claim claim = testBed.dispatch("isolated_sleep", "x");
        testBed.awaitStart(claim);

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        assertThat(testBed.outcome(claim)).containsEntry("errorClass", "ChildProcessLost");
        assertThat(pidFrom(testBed.dispatch("isolated_pid", "x"))).isNotEqualTo(pid);
    }

    @Test
    void a_stopping_worker_releases_the_tasks_of_its_children_and_ends_them() throws Exception {
        long pid = pidFrom(testBed.dispatch("isolated_pid", "x"));
        Claim claim = testBed.dispatch("isolated_spin", "x");
        testBed.awaitStart(claim);

        testBed.worker().stop();

        assertThat(testBed.outcome(claim)).containsEntry("kind", "released");
        testBed.eventually().until(() -> ProcessHandle.of(pid).isEmpty());
    }

    private long pidFrom(Claim claim) {
        return Long.parseLong(testBed.outcome(claim).get("result").replaceAll("\\D", ""));
    }
}
