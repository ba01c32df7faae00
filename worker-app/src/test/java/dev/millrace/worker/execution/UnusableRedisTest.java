package dev.millrace.worker.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.worker.cli.WorkerCommand;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker that Redis refuses: for good, then it ends; for a while, then it waits. */
@Timeout(120)
@Tag("slow")
class UnusableRedisTest {
    private static final int REFUSED = 78;
    private static final String PASSWORD = "s3+c@r/e#t %41? ";

    @RegisterExtension
    final RedisTestBed bench = new RedisTestBed();

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_wrong_password_ends_the_worker_at_once_with_one_sentence() throws Exception {
        allow("+@all");

        Process worker = start("--redis", "redis://mill:wr0ng@127.0.0.1:" + bench.port());

        assertRefused(worker, "Redis does not accept this user and password.");
    }

    @Test
    void a_password_that_nobody_gave_ends_the_worker() throws Exception {
        bench.command("CONFIG", "SET", "requirepass", PASSWORD);

        assertRefused(start("--redis", bench.url()), "Redis wants a password.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-eval", "-xadd", "-subscribe", "-xreadgroup", "-zadd"})
    void a_missing_permission_ends_the_worker(String without) throws Exception {
        allow("+@all", without);

        assertRefused(start("--redis", address()), "lacks a permission");
    }

    @Test
    void a_redis_that_may_throw_tasks_away_ends_the_worker() throws Exception {
        bench.command("CONFIG", "SET", "maxmemory", "100mb");
        bench.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");

        assertRefused(start("--redis", bench.url()), "has to be noeviction");
    }

    @Test
    void a_permission_that_is_taken_away_ends_a_running_worker() throws Exception {
        allow("+@all");
        Process worker = start("--redis", address());
        awaitBeat();

        allow("-xreadgroup");

        assertRefused(worker, "lacks a permission");
    }

    @Test
    void a_password_with_any_sign_may_stand_in_the_address_or_in_a_file() throws Exception {
        allow("+@all");
        Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\n");

        start("--redis", address());
        awaitBeat();
        start("--redis", "redis://mill@127.0.0.1:" + bench.port(), "--redis-password-file", file.toString());
        bench.soon().until(() -> bench.redis().zcard(RedisNames.WORKERS) == 2);

        assertThat(bench.outcome(bench.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
    }

    @Test
    void a_user_with_the_documented_permissions_is_enough_for_a_worker() throws Exception {
        String documented = Files.readString(Path.of("..", "docs", "configuration.md"))
                .replaceAll("(?s).*A worker's user of Redis needs `([^`]+)`.*", "$1");
        List<String> user = new ArrayList<>(List.of("SETUSER", "mill", "reset", "on", ">" + PASSWORD));
        user.addAll(List.of(documented.split(" ")));
        bench.command("ACL", user.toArray(String[]::new));

        start("--redis", address());

        assertThat(bench.outcome(bench.dispatch("refuse", "never"))).containsEntry("retry", "false");
        assertThat(bench.outcome(bench.dispatch("isolated_pid", "x"))).containsEntry("kind", "succeeded");
        Claim claim = bench.dispatch("sleep", "x");
        bench.awaitStart(claim);
        bench.orderToStop(claim);
        assertThat(bench.outcome(claim)).containsEntry("kind", "cancelled");
    }

    @Test
    void a_redis_that_is_away_at_the_start_is_waited_for() throws Exception {
        bench.stopRedis();
        Process worker = start("--redis", bench.url());
        bench.soon().until(() -> said().contains("goes on trying"));

        bench.startRedis();
        awaitBeat();

        assertThat(worker.isAlive()).isTrue();
    }

    @Test
    void a_redis_that_is_read_only_for_a_while_is_waited_for() throws Exception {
        Process worker = start("--redis", bench.url());
        awaitBeat();

        bench.command("REPLICAOF", "127.0.0.1", "1");
        bench.soon().until(() -> said().contains("goes on trying"));
        bench.command("REPLICAOF", "NO", "ONE");
        Claim claim = bench.dispatch("echo", "x");

        assertThat(bench.outcome(claim)).containsEntry("kind", "succeeded");
        assertThat(worker.isAlive()).isTrue();
    }

    private void allow(String... rules) {
        List<String> arguments = new ArrayList<>(List.of("SETUSER", "mill", "on", ">" + PASSWORD, "~*", "&*"));
        arguments.addAll(List.of(rules));
        bench.command("ACL", arguments.toArray(String[]::new));
    }

    private String address() {
        return "redis://mill:" + PASSWORD.replace("%", "%25") + "@127.0.0.1:" + bench.port();
    }

    private void awaitBeat() {
        bench.soon().until(() -> bench.redis().zcard(RedisNames.WORKERS) == 1);
    }

    private void assertRefused(Process worker, String sentence) throws Exception {
        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isEqualTo(REFUSED);
        assertThat(said()).doesNotContain("s3+c").doesNotContain("wr0ng").doesNotContain("\tat ");
        assertThat(said().lines().filter(line -> line.startsWith("The worker cannot run")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(sentence));
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmillrace.worker.packages=dev.millrace.testhandlers",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerCommand.class.getName()));
        command.addAll(List.of(arguments));
        Process worker = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        started.add(worker);
        return worker;
    }
}
