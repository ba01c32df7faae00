package dev.millrace.worker.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class ClassPathTest {
    private static final int MISCONFIGURED = 78;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"no.jar", "no/*"})
    void a_class_path_with_a_missing_file_ends_the_worker_with_one_sentence(String name) throws Exception {
        Path missing = folder.resolve(name);
        Path errors = folder.resolve("stderr");
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + missing,
                        WorkerCommand.class.getName(),
                        "--redis",
                        "redis://127.0.0.1:1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();

        try {
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isEqualTo(MISCONFIGURED);
            assertThat(Files.readAllLines(errors))
                    .filteredOn(line -> !line.startsWith("Picked up "))
                    .containsExactly("The worker cannot run: the class path names " + missing
                            + ", which does not exist or cannot be read");
        } finally {
            worker.destroyForcibly();
        }
    }
}
