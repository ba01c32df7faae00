package dev.millrace.worker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker with an unknown key warns about it and starts. */
@Timeout(120)
@Tag("slow")
class UnknownKeyTest {
    private static final int USAGE = 2;

    @TempDir
    private Path folder;

    @Test
    void a_misspelt_key_and_a_misspelt_variable_are_logged_with_the_nearest_ones() throws Exception {
        Process worker = start();

        try {
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isEqualTo(USAGE);
            assertThat(Files.readString(folder.resolve("stderr")))
                    .contains("WARNING")
                    .contains("millrace.worker.grce has no effect; did you mean millrace.worker.grace?")
                    .contains("MILLRACE_WORKER_QUEUE has no effect; did you mean MILLRACE_WORKER_QUEUES?")
                    .doesNotContain("31s", "a-value");
        } finally {
            worker.destroyForcibly();
        }
    }

    /** The concurrency is not allowed, so the worker exits before it connects to Redis. */
    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dmillrace.worker.grce=31s",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerCommand.class.getName(),
                        "--concurrency",
                        "0")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("MILLRACE_WORKER_QUEUE", "a-value");
        return builder.start();
    }
}
