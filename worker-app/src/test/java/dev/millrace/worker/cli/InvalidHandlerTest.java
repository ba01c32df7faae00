package dev.millrace.worker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker with an invalid handler names it and exits, before it connects to Redis. */
@Timeout(120)
@Tag("slow")
class InvalidHandlerTest {
    private static final int MISCONFIGURED = 78;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "unsupported, dev.millrace.invalidhandlers.unsupported.Unsupported: ",
        "clash, two handlers have the name reverse_string",
        "broken, dev.millrace.invalidhandlers.broken.Broken has @TaskType"
    })
    void an_unsound_handler_ends_the_worker_with_one_sentence(String kind, String sentence) throws Exception {
        Process worker = start("dev.millrace.invalidhandlers." + kind);

        try {
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isEqualTo(MISCONFIGURED);
            assertThat(Files.readAllLines(folder.resolve("stderr")))
                    .filteredOn(line -> !line.startsWith("Picked up "))
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("The worker cannot run: " + sentence));
        } finally {
            worker.destroyForcibly();
        }
    }

    private Process start(String packages) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dmillrace.worker.packages=" + packages,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerCommand.class.getName(),
                        "--redis",
                        "redis://127.0.0.1:1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }
}
