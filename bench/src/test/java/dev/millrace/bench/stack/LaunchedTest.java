package dev.millrace.bench.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class LaunchedTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void one_that_ends_before_it_answers_is_not_waited_for() {
        Path log = folder.resolve("some.log");

        try (Launched ended = launched(log, "echo no room; exit 1")) {
            assertThatThrownBy(() -> ended.await(LIMIT, () -> false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("some program does not answer")
                    .hasMessageContaining(log.toString());
        }

        assertThat(log).content().isEqualTo("no room\n");
    }

    @Test
    void it_is_gone_when_it_is_closed() {
        Path started = folder.resolve("started");
        Launched sleeping = launched(folder.resolve("some.log"), "touch '" + started + "'; exec sleep 60");
        sleeping.await(LIMIT, () -> Files.exists(started));

        sleeping.close();

        assertThat(ProcessHandle.of(sleeping.program().pid())).isEmpty();
    }

    private static Launched launched(Path log, String script) {
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", script));
        return new Launched("some program", builder.redirectOutput(log.toFile()));
    }
}
