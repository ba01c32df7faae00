package dev.millrace.testkit.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class ManagedProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void a_process_that_ends_before_it_answers_is_not_waited_for() {
        Path log = folder.resolve("some.log");

        try (ManagedProcess ended = process(log, "echo no room; exit 1").start()) {
            assertThatThrownBy(() -> ended.awaitAnswer(LIMIT, () -> false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("some program does not answer")
                    .hasMessageContaining(log.toString());
        }

        assertThat(log).content().isEqualTo("no room\n");
    }

    @Test
    void a_closed_process_has_exited() {
        Path started = folder.resolve("started");
        ManagedProcess sleeping = process(folder.resolve("some.log"), "touch '" + started + "'; exec sleep 60");
        sleeping.start();
        sleeping.awaitAnswer(LIMIT, () -> Files.exists(started));

        sleeping.close();

        assertThat(ProcessHandle.of(sleeping.pid())).isEmpty();
    }

    @Test
    void only_the_output_since_the_last_start_counts() {
        Path log = folder.resolve("some.log");
        try (ManagedProcess once = process(log, "[ -s '" + log + "' ] && exit 1; echo ready; exec sleep 60")) {
            once.start().awaitOutput(LIMIT, "ready");
            once.kill();
            once.start();

            assertThatThrownBy(() -> once.awaitOutput(LIMIT, "ready")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_program_gets_its_variables_and_of_the_tests_settings_only_the_machines_redis() {
        List<String> script = List.of(
                "sh", "-c", "echo $MILLRACE_PUSH_HISTORY/$MILLRACE_REDIS_SERVER/$MILLRACE_DB_URL.; exec sleep 60");
        ManagedProcess printing = new ManagedProcess(
                "some program", script, Map.of("MILLRACE_PUSH_HISTORY", "5"), folder.resolve("some.log"));

        try (printing) {
            printing.start().awaitOutput(LIMIT, "\n");

            assertThat(printing.output()).isEqualTo("5//a/redis-server/.\n");
        }
    }

    private static ManagedProcess process(Path log, String script) {
        return new ManagedProcess("some program", List.of("sh", "-c", script), Map.of(), log);
    }
}
