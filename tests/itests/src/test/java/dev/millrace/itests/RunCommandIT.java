package dev.millrace.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import redis.clients.jedis.Jedis;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.process.Ports;

import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The run command as users call it, on an existing build. */
class RunCommandIT {
    private static final Path DATA = BuildOutput.TARGET.resolve("run-command");
    private static final Path ENDS = BuildOutput.TARGET.resolve("run-command-ends");
    private static final int CONFIGURATION_REFUSED = 78;
    private static final String SECRET = "of-the-server-alone";
    private static final String MILL = "{\"text\":\"mill\"}";

    private final int port = Ports.free();
    private final ManagedProcess run = program("run-" + port);

    @BeforeEach
    void the_build_is_up_to_date() throws IOException {
        Folders.delete(DATA);
        Path stamp = BuildOutput.inStack("millrace.war").resolveSibling(".built");
        Files.write(stamp, new byte[0]);
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now()));
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void the_command_starts_everything_and_keeps_the_data_over_a_restart() {
        startsAndPrintsItsAddress();
        ApiClient apiClient = ApiClient.at(URI.create("http://localhost:" + port + "/"));
        SignedInClient owner = apiClient.signedIn().listening();
        String task = owner.submits("reverse_string", MILL).path("id").asText();
        owner.next(SUCCEEDED);
        itsRedisRequiresASecretPassword();
        itsWorkerDoesNotSeeWhatIsTheServersAlone();
        itBoundsItsLogs();
        assertThat(run.output()).contains("Anybody who reaches this address may register.");

        run.stop();
        assertThat(run.exitValue()).isZero();
        assertThat(Ports.answers(port)).isFalse();
        startsAndPrintsItsAddress();

        assertThat(owner.task(task).path("state").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void an_invalid_configuration_ends_the_command_with_one_message() {
        ManagedProcess refused = new ManagedProcess(
                "run-" + port + "-refused",
                List.of(
                        "bash",
                        BuildOutput.ROOT.resolve("run").toString(),
                        "--port",
                        Integer.toString(port),
                        "--workers",
                        "0"),
                Map.of(
                        "MILLRACE_DATA",
                        DATA.toString(),
                        "JAVA_HOME",
                        javaThatNotesHowItEnds().toString(),
                        "MILLRACE_DISPATCH_LEASE",
                        "soon",
                        "MILLRACE_DISPATCH_POL",
                        "2s"));

        refused.start();

        await().atMost(Duration.ofSeconds(180)).until(() -> !refused.isAlive());
        assertThat(refused.exitValue()).isNotZero();
        assertThat(refused.output())
                .contains("Millrace does not start", "millrace.dispatch.lease")
                .doesNotContain("\tat ", "Exception");
        assertThat(contentOf(DATA.resolve("logs/server.log")))
                .contains("Unknown environment variable MILLRACE_DISPATCH_POL has no effect;"
                        + " did you mean MILLRACE_DISPATCH_POLL?");
        assertThat(contentOf(ENDS)).endsWith(" " + CONFIGURATION_REFUSED + "\n");
        assertThat(contentOf(DATA.resolve("db/millrace.mv.db"))).doesNotContain("flyway_schema_history");
    }

    @Test
    void a_second_run_reports_the_first_one_and_does_no_harm() {
        startsAndPrintsItsAddress();

        ManagedProcess second = program("run-" + port + "-second").start();

        await().atMost(Duration.ofSeconds(30)).until(() -> !second.isAlive());
        assertThat(second.exitValue()).isNotZero();
        assertThat(second.output()).contains("already runs").contains("http://localhost:" + port + "/");
        assertThat(run.isAlive()).isTrue();
        assertThat(Ports.answers(port)).isTrue();
    }

    @Test
    void killed_processes_are_started_again_even_the_run_command_itself() {
        startsAndPrintsItsAddress();
        long worker = pidOf("worker-1");

        ProcessHandle.of(worker).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> pidOf("worker-1") != worker);
        assertThat(run.output()).contains("worker-1 has ended; starting it again");

        long server = pidOf("server");
        run.kill();
        startsAndPrintsItsAddress();

        assertThat(ProcessHandle.of(server).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    @Test
    void a_permanent_redis_error_of_a_worker_ends_the_command_with_the_reason() {
        startsAndPrintsItsAddress();
        itsRedisTakesAnotherPassword();

        ProcessHandle.of(pidOf("worker-1")).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(120)).until(() -> !run.isAlive());
        assertThat(run.exitValue()).isNotZero();
        assertThat(run.output())
                .contains("worker-1 has ended, and would each time.", "The worker cannot run: ")
                .doesNotContain("\tat ", "Killed");
        assertThat(DATA.resolve("pids")).isEmptyDirectory();
    }

    @Test
    void the_command_stops_all_its_processes_once_its_output_is_closed() {
        ManagedProcess unread = program("run-" + port + "-unread", "bash", "-c", "bash \"$@\" | head -n 1", "sh");

        unread.start();

        await().atMost(Duration.ofSeconds(180)).until(() -> !unread.isAlive());
        assertThat(unread.output()).contains("Starting");
        assertThat(DATA.resolve("pids")).isEmptyDirectory();
        assertThat(Ports.answers(port)).isFalse();
    }

    /** The test's own Java, which appends a line to {@link #ENDS} at each exit: its last argument and its exit code. */
    private static Path javaThatNotesHowItEnds() {
        Path home = BuildOutput.TARGET.resolve("run-command-java");
        Path real = Path.of(System.getProperty("java.home"), "bin");
        try {
            Files.deleteIfExists(ENDS);
            Files.createDirectories(home.resolve("bin"));
            for (String program : List.of("java", "javac")) {
                Path script = Files.writeString(
                        home.resolve("bin").resolve(program),
                        """
                        #!/usr/bin/env bash
                        "%s" "$@"
                        code=$?
                        printf '%%s %%s\\n' "${@: -1}" "$code" >>"%s"
                        exit "$code"
                        """
                                .formatted(real.resolve(program), ENDS));
                Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param shell that executes the command; none = bash */
    private ManagedProcess program(String name, String... shell) {
        List<String> command = new ArrayList<>(shell.length == 0 ? List.of("bash") : List.of(shell));
        command.addAll(List.of(BuildOutput.ROOT.resolve("run").toString(), "--port", Integer.toString(port)));
        return new ManagedProcess(
                name,
                command,
                Map.of(
                        "MILLRACE_DATA",
                        DATA.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "MILLRACE_ADMIN_PASSWORD",
                        SECRET,
                        "MILLRACE_METRICS_TOKEN",
                        SECRET,
                        "MILLRACE_SERVER_OPTS",
                        "-Dmillrace.test=" + SECRET));
    }

    private void startsAndPrintsItsAddress() {
        run.start().awaitOutput(Duration.ofSeconds(180), "Millrace runs at  http://localhost:" + port + "/");
    }

    private static void itsRedisRequiresASecretPassword() {
        Path secret = DATA.resolve("redis/password");
        try {
            assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            String password = Files.readString(secret);
            assertThat(password).hasSizeGreaterThan(40);
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse("")))
                    .noneMatch(line -> line.contains(password));
            try (Jedis unauthenticated = new Jedis("127.0.0.1", portOfItsRedis())) {
                assertThatThrownBy(unauthenticated::ping).hasMessageStartingWith("NOAUTH");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void itBoundsItsLogs() {
        Path log = DATA.resolve("logs/redis.log");
        try {
            Files.write(log, new byte[21_000_000], StandardOpenOption.APPEND);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(DATA.resolve("logs/redis.log.1").toFile().length()).isGreaterThan(20_000_000);
                assertThat(log.toFile().length()).isLessThan(1_000_000);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only Linux shows the arguments of a process. */
    private static void itsWorkerDoesNotSeeWhatIsTheServersAlone() {
        if (OS.LINUX.isCurrentOs()) {
            assertThat(contentOf(environmentOf("server"))).contains(SECRET, "MILLRACE_DB_URL=");
            assertThat(contentOf(environmentOf("worker-1")))
                    .contains("MILLRACE_REDIS_URL=")
                    .doesNotContain(SECRET, "MILLRACE_DB_URL=");
        }
    }

    private static Path environmentOf(String name) {
        return Path.of("/proc", Long.toString(pidOf(name)), "environ");
    }

    /** Table names stand in a database file as plain text. Payara itself opens the file, which leaves an empty one. */
    private static String contentOf(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void itsRedisTakesAnotherPassword() {
        try (Jedis redis = new Jedis("127.0.0.1", portOfItsRedis())) {
            redis.auth(Files.readString(DATA.resolve("redis/password")));
            redis.configSet("requirepass", "another");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int portOfItsRedis() {
        String command = ProcessHandle.of(pidOf("redis"))
                .flatMap(process -> process.info().commandLine())
                .orElseThrow();
        return Integer.parseInt(command.replaceFirst(".*:(\\d+).*", "$1").replaceFirst(".*--port (\\d+).*", "$1"));
    }

    private static long pidOf(String name) {
        try {
            return Long.parseLong(
                    Files.readString(DATA.resolve("pids").resolve(name)).strip());
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("no pid of " + name, e);
        }
    }
}
