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
    final WorkerProcessTestBed testBed = new WorkerProcessTestBed();

    @Test
    void children_die_with_a_worker_that_is_killed() throws IOException {
        Process worker = testBed.start(Map.of());
        Claim claim = testBed.dispatch("isolated_spin", "x");
        testBed.awaitStart(claim);
        ProcessHandle child = worker.children().findFirst().orElseThrow();

        worker.destroyForcibly();

        testBed.eventually().until(() -> !child.isAlive());
    }

    @Test
    void a_child_ignores_signals_and_its_worker_handles_them() throws IOException {
        Process worker = testBed.start(Map.of());
        Claim claim = testBed.dispatch("isolated_sleep", "1000");
        testBed.awaitStart(claim);

        worker.children().forEach(ProcessHandle::destroy);

        assertThat(testBed.outcome(claim)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_terminated_worker_finishes_tasks_within_its_grace() throws Exception {
        Process worker = testBed.start(Map.of());
        Claim inThread = testBed.dispatch("sleep", "1000");
        Claim inChild = testBed.dispatch("isolated_sleep", "1000");
        testBed.awaitStart(inThread);
        testBed.awaitStart(inChild);

        worker.destroy();
        worker.waitFor();

        assertThat(testBed.outcome(inThread)).containsEntry("kind", "succeeded");
        assertThat(testBed.outcome(inChild)).containsEntry("kind", "succeeded");
        assertThat(testBed.redis().zcard(RedisNames.WORKERS)).isZero();
    }

    @Test
    void an_exhausted_worker_exits_with_75() throws Exception {
        Process worker = testBed.start(Map.of());
        testBed.dispatch(RedisTestBed.QUEUE, "spin", "x", Duration.ofMillis(100));
        testBed.dispatch(RedisTestBed.QUEUE, "spin", "x", Duration.ofMillis(100));

        assertThat(worker.waitFor()).isEqualTo(75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"self", "thread", "hook"})
    void an_exit_costs_an_attempt_of_its_task_only(String way) throws Exception {
        Process worker = testBed.start(Map.of());
        Claim neighbour = testBed.dispatch("sleep", "x");
        testBed.awaitStart(neighbour);

        Claim culprit = testBed.dispatch("exit", way);
        int code = worker.waitFor();

        assertThat(code).isEqualTo(70);
        assertThat(testBed.outcome(culprit))
                .containsEntry("errorClass", "HandlerExited")
                .containsEntry("retry", "true")
                .hasEntrySatisfying("errorTrace", trace -> assertThat(trace).contains(Exit.class.getName()));
        assertThat(testBed.outcome(neighbour)).containsEntry("kind", "released");
        assertThat(testBed.redis().zcard(RedisNames.WORKERS)).isZero();
    }

    @Test
    void an_exit_that_shows_no_task_costs_each_task_of_the_process_an_attempt_but_none_in_a_child() throws Exception {
        Process worker = testBed.start(Map.of("MILLRACE_WORKER_CONCURRENCY", "3"));
        Claim neighbour = testBed.dispatch("sleep", "x");
        Claim isolated = testBed.dispatch("isolated_sleep", "x");
        testBed.awaitStart(neighbour);
        testBed.awaitStart(isolated);

        Claim culprit = testBed.dispatch("exit", "pool");
        int code = worker.waitFor();

        assertThat(code).isEqualTo(70);
        assertThat(testBed.outcome(culprit)).containsEntry("errorClass", "HandlerExited");
        assertThat(testBed.outcome(neighbour)).containsEntry("errorClass", "HandlerExited");
        assertThat(testBed.outcome(isolated)).containsEntry("kind", "released");
    }

    @Test
    void a_neighbour_of_an_exit_may_finish_within_the_grace() throws Exception {
        Process worker = testBed.start(Map.of());
        Claim neighbour = testBed.dispatch("sleep", "2000");
        testBed.awaitStart(neighbour);

        testBed.dispatch("exit", "self");
        worker.waitFor();

        assertThat(testBed.outcome(neighbour)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_child_gets_no_secret_of_its_worker() throws Exception {
        testBed.start(Map.of(
                "MILLRACE_REDIS_URL", "redis://:s3cret@nowhere",
                "MILLRACE_JWT_PRIVATE_KEY", "s3cret",
                "MP_JWT_VERIFY_PUBLICKEY", "s3cret",
                "JAVA_TOOL_OPTIONS", "-Dmillrace.db.password=s3cret"));

        Claim claim = testBed.dispatch(
                "isolated_subprocess",
                "! (env; tr '\\\\0' ' ' < /proc/$PPID/cmdline; tr '\\\\0' ' ' < /proc/$PPID/environ) | grep -q s3cret");

        assertThat(testBed.outcome(claim)).containsEntry("result", "{\"text\":\"ended with 0\"}");
    }

    @Test
    void a_resumed_worker_reports_and_continues() throws Exception {
        Process worker = testBed.start(Map.of());
        Claim claim = testBed.dispatch("sleep", "300");
        testBed.awaitStart(claim);

        signal("STOP", worker);
        testBed.redis().del(RedisNames.WORKERS, RedisNames.ANNOUNCEMENTS);
        testBed.eventually()
                .until(() -> testBed.redis().keys(RedisNames.worker("*")).isEmpty());
        assertThat(testBed.kinds(claim)).containsExactly("started");
        signal("CONT", worker);

        assertThat(testBed.outcome(claim)).containsEntry("kind", "succeeded");
        assertThat(testBed.outcome(testBed.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
        testBed.eventually().until(() -> testBed.redis().zcard(RedisNames.WORKERS) == 1);
        testBed.eventually().until(() -> testBed.redis().xlen(RedisNames.ANNOUNCEMENTS) > 0);
    }

    @Test
    void a_key_with_a_dash_is_taken_from_the_environment() throws Exception {
        testBed.start(Map.of("MILLRACE_WORKER_CHILD_TASKS", "1"));

        String first = testBed.outcome(testBed.dispatch("isolated_pid", "x")).get("result");
        String second = testBed.outcome(testBed.dispatch("isolated_pid", "x")).get("result");

        assertThat(first).isNotEqualTo(second);
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
