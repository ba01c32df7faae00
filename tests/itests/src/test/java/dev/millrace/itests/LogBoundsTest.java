package dev.millrace.itests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.millrace.testkit.process.BuildOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** Each server's logs have a bound in the settings that Millrace ships; RunCommandIT shows that ./run keeps its bound. */
class LogBoundsTest {
    private static final int TWENTY_MEGABYTES = 20_000_000;

    @Test
    void wildfly_keeps_six_files_of_twenty_megabytes() {
        assertThat(shipped("deploy/wildfly/configure.cli"))
                .contains("/subsystem=logging/periodic-rotating-file-handler=FILE:remove")
                .containsPattern("size-rotating-file-handler=FILE:add\\(.*rotate-size=20m, max-backup-index=5\\)")
                .contains("/subsystem=logging/root-logger=ROOT:add-handler(name=FILE)");
    }

    @Test
    void payara_server_keeps_six_files_of_twenty_megabytes() {
        String handler = "com.sun.enterprise.server.logging.GFFileHandler.";

        assertThat(shipped("deploy/payara/configure.asadmin").lines())
                .filteredOn(line -> line.startsWith("set-log-attributes "))
                .singleElement()
                .asString()
                .contains(handler + "rotationLimitInBytes=" + TWENTY_MEGABYTES, handler + "maxHistoryFiles=5");
    }

    @Test
    void payara_micro_writes_no_file_of_its_own() throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(BuildOutput.ROOT.resolve("deploy/micro/logging.properties"))) {
            settings.load(reader);
        }

        assertThat(settings.getProperty("handlers")).isEqualTo("java.util.logging.ConsoleHandler");
        assertThat(settings.stringPropertyNames()).noneMatch(key -> key.contains("FileHandler"));
    }

    @Test
    void the_run_command_keeps_one_older_part_of_a_log_and_empties_it(@TempDir Path logs) throws IOException {
        Path full = Files.write(logs.resolve("server.log"), new byte[TWENTY_MEGABYTES + 1_000_000]);
        Path small = Files.writeString(logs.resolve("worker-1.log"), "little");

        assertThat(boundedIn(logs)).isZero();

        assertThat(full).isEmptyFile();
        assertThat(logs.resolve("server.log.1")).hasSize(TWENTY_MEGABYTES + 1_000_000);
        assertThat(small).hasContent("little");
        assertThat(logs.resolve("worker-1.log.1")).doesNotExist();
    }

    /** Runs the function of the run command that bounds logs, and nothing else of it. */
    private static int boundedIn(Path logs) throws IOException {
        String run = BuildOutput.ROOT.resolve("run").toString();
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "LOGS=$1; eval \"$(sed -n '/^bound_logs() {/,/^}/p' \"$2\")\"; bound_logs",
                        "bash",
                        logs.toString(),
                        run)
                .inheritIO()
                .start();
        return bash.onExit().join().exitValue();
    }

    private static String shipped(String file) {
        try {
            return Files.readString(BuildOutput.ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
