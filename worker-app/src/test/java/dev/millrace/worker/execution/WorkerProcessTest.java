package dev.millrace.worker.execution;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.testhandlers.Exit;

import static org.assertj.core.api.Assertions.assertThat;

/** The worker as a process of its own, with signals. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@Tag("slow")
class WorkerProcessTest {
    @RegisterExtension
    final WorkerProcessTestBed bench = new WorkerProcessTestBed();

    @Test
    void children_die_with_a_worker_that_is_killed() throws IOException {
        Process worker = bench.start(Map.of());
        Claim claim = bench.dispatch("isolated_spin", "x");
        bench.awaitStart(claim);
        ProcessHandle child = worker.children().findFirst().orElseThrow();

        worker.destroyForcibly();

        bench.soon().until(() -> !child.isAlive());
    }

    @Test
    void a_child_leaves_it_to_its_worker_to_obey_signals() throws IOException {
        Process worker = bench.start(Map.of());
        Claim claim = bench.dispatch("isolated_sleep", "1000");
        bench.awaitStart(claim);

        worker.children().forEach(ProcessHandle::destroy);

        assertThat(bench.outcome(claim)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_worker_asked_to_end_finishes_what_it_can_within_its_grace() throws Exception {
        Process worker = bench.start(Map.of());
        Claim inThread = bench.dispatch("sleep", "1000");
        Claim inChild = bench.dispatch("isolated_sleep", "1000");
        bench.awaitStart(inThread);
        bench.awaitStart(inChild);

        worker.destroy();
        worker.waitFor();

        assertThat(bench.outcome(inThread)).containsEntry("kind", "succeeded");
        assertThat(bench.outcome(inChild)).containsEntry("kind", "succeeded");
        assertThat(bench.redis().zcard(RedisNames.WORKERS)).isZero();
    }

    @Test
    void a_worker_that_is_worn_out_ends_with_a_code_of_its_own() throws Exception {
        Process worker = bench.start(Map.of());
        bench.dispatch(RedisTestBed.QUEUE, "spin", "x", Duration.ofMillis(100));
        bench.dispatch(RedisTestBed.QUEUE, "spin", "x", Duration.ofMillis(100));

        assertThat(worker.waitFor()).isEqualTo(75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"self", "thread", "hook"})
    void an_exit_costs_the_task_that_called_it_its_attempt_and_its_neighbour_nothing(String way) throws Exception {
        Process worker = bench.start(Map.of());
        Claim neighbour = bench.dispatch("sleep", "x");
        bench.awaitStart(neighbour);

        Claim culprit = bench.dispatch("exit", way);
        int code = worker.waitFor();

        assertThat(code).isEqualTo(70);
        assertThat(bench.outcome(culprit))
                .containsEntry("errorClass", "HandlerExited")
                .containsEntry("retry", "true")
                .hasEntrySatisfying("errorTrace", trace -> assertThat(trace).contains(Exit.class.getName()));
        assertThat(bench.outcome(neighbour)).containsEntry("kind", "released");
        assertThat(bench.redis().zcard(RedisNames.WORKERS)).isZero();
    }

    @Test
    void an_exit_that_shows_no_task_costs_each_task_of_the_process_an_attempt_but_none_in_a_child() throws Exception {
        Process worker = bench.start(Map.of("MILLRACE_WORKER_CONCURRENCY", "3"));
        Claim neighbour = bench.dispatch("sleep", "x");
        Claim isolated = bench.dispatch("isolated_sleep", "x");
        bench.awaitStart(neighbour);
        bench.awaitStart(isolated);

        Claim culprit = bench.dispatch("exit", "pool");
        int code = worker.waitFor();

        assertThat(code).isEqualTo(70);
        assertThat(bench.outcome(culprit)).containsEntry("errorClass", "HandlerExited");
        assertThat(bench.outcome(neighbour)).containsEntry("errorClass", "HandlerExited");
        assertThat(bench.outcome(isolated)).containsEntry("kind", "released");
    }

    @Test
    void a_neighbour_of_an_exit_may_finish_within_the_grace() throws Exception {
        Process worker = bench.start(Map.of());
        Claim neighbour = bench.dispatch("sleep", "2000");
        bench.awaitStart(neighbour);

        bench.dispatch("exit", "self");
        worker.waitFor();

        assertThat(bench.outcome(neighbour)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_child_gets_no_secret_of_its_worker() throws Exception {
        bench.start(Map.of(
                "MILLRACE_REDIS_URL", "redis://:s3cret@nowhere",
                "MILLRACE_JWT_PRIVATE_KEY", "s3cret",
                "MP_JWT_VERIFY_PUBLICKEY", "s3cret",
                "JAVA_TOOL_OPTIONS", "-Dmillrace.db.password=s3cret"));

        Claim claim = bench.dispatch(
                "isolated_subprocess",
                "! (env; tr '\\\\0' ' ' < /proc/$PPID/cmdline; tr '\\\\0' ' ' < /proc/$PPID/environ) | grep -q s3cret");

        assertThat(bench.outcome(claim)).containsEntry("result", "{\"text\":\"ended with 0\"}");
    }

    @Test
    void a_frozen_worker_reports_when_it_is_thawed_and_goes_on() throws Exception {
        Process worker = bench.start(Map.of());
        Claim claim = bench.dispatch("sleep", "300");
        bench.awaitStart(claim);

        signal("STOP", worker);
        bench.redis().del(RedisNames.WORKERS, RedisNames.ANNOUNCEMENTS);
        bench.soon().until(() -> bench.redis().keys(RedisNames.worker("*")).isEmpty());
        assertThat(bench.kinds(claim)).containsExactly("started");
        signal("CONT", worker);

        assertThat(bench.outcome(claim)).containsEntry("kind", "succeeded");
        assertThat(bench.outcome(bench.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
        bench.soon().until(() -> bench.redis().zcard(RedisNames.WORKERS) == 1);
        bench.soon().until(() -> bench.redis().xlen(RedisNames.ANNOUNCEMENTS) > 0);
    }

    @Test
    void a_key_with_a_dash_is_taken_from_the_environment() throws Exception {
        bench.start(Map.of("MILLRACE_WORKER_CHILD_TASKS", "1"));

        String first = bench.outcome(bench.dispatch("isolated_pid", "x")).get("result");
        String second = bench.outcome(bench.dispatch("isolated_pid", "x")).get("result");

        assertThat(first).isNotEqualTo(second);
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
