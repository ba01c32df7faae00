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

/** A worker that Redis rejects: after a permanent error it exits, after a temporary one it waits. */
@Timeout(120)
@Tag("slow")
class UnusableRedisTest {
    private static final int MISCONFIGURED = 78;
    private static final String PASSWORD = "s3+c@r/e#t %41? ";

    @RegisterExtension
    final RedisTestBed testBed = new RedisTestBed();

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

        Process worker = start("--redis", "redis://mill:wr0ng@127.0.0.1:" + testBed.port());

        assertMisconfigured(worker, "Redis rejects this user and password.");
    }

    @Test
    void a_missing_password_ends_the_worker() throws Exception {
        testBed.command("CONFIG", "SET", "requirepass", PASSWORD);

        assertMisconfigured(start("--redis", testBed.url()), "Redis requires a password.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-eval", "-xadd", "-subscribe", "-xreadgroup", "-zadd"})
    void a_missing_permission_ends_the_worker(String without) throws Exception {
        allow("+@all", without);

        assertMisconfigured(start("--redis", address()), "lacks a permission");
    }

    @Test
    void an_evicting_redis_ends_the_worker() throws Exception {
        testBed.command("CONFIG", "SET", "maxmemory", "100mb");
        testBed.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");

        assertMisconfigured(start("--redis", testBed.url()), "noeviction is required");
    }

    @Test
    void a_withdrawn_permission_ends_a_running_worker() throws Exception {
        allow("+@all");
        Process worker = start("--redis", address());
        awaitHeartbeat();

        allow("-xreadgroup");

        assertMisconfigured(worker, "lacks a permission");
    }

    @Test
    void a_password_with_any_sign_may_stand_in_the_address_or_in_a_file() throws Exception {
        allow("+@all");
        Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\n");

        start("--redis", address());
        awaitHeartbeat();
        start("--redis", "redis://mill@127.0.0.1:" + testBed.port(), "--redis-password-file", file.toString());
        testBed.eventually().until(() -> testBed.redis().zcard(RedisNames.WORKERS) == 2);

        assertThat(testBed.outcome(testBed.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
    }

    @Test
    void a_user_with_the_documented_permissions_is_enough_for_a_worker() throws Exception {
        String documented = Files.readString(Path.of("..", "docs", "configuration.md"))
                .replaceAll("(?s).*A worker's user of Redis needs `([^`]+)`.*", "$1");
        List<String> user = new ArrayList<>(List.of("SETUSER", "mill", "reset", "on", ">" + PASSWORD));
        user.addAll(List.of(documented.split(" ")));
        testBed.command("ACL", user.toArray(String[]::new));

        start("--redis", address());

        assertThat(testBed.outcome(testBed.dispatch("refuse", "never"))).containsEntry("retry", "false");
        assertThat(testBed.outcome(testBed.dispatch("isolated_pid", "x"))).containsEntry("kind", "succeeded");
        Claim claim = testBed.dispatch("sleep", "x");
        testBed.awaitStart(claim);
        testBed.orderToStop(claim);
        assertThat(testBed.outcome(claim)).containsEntry("kind", "cancelled");
    }

    @Test
    void a_starting_worker_waits_for_a_redis_that_is_down() throws Exception {
        testBed.stopRedis();
        Process worker = start("--redis", testBed.url());
        testBed.eventually().until(() -> output().contains("Redis unreachable, retrying"));

        testBed.startRedis();
        awaitHeartbeat();

        assertThat(worker.isAlive()).isTrue();
    }

    @Test
    void a_redis_that_is_read_only_for_a_while_is_waited_for() throws Exception {
        Process worker = start("--redis", testBed.url());
        awaitHeartbeat();

        testBed.command("REPLICAOF", "127.0.0.1", "1");
        testBed.eventually().until(() -> output().contains("Redis unreachable, retrying"));
        testBed.command("REPLICAOF", "NO", "ONE");
        Claim claim = testBed.dispatch("echo", "x");

        assertThat(testBed.outcome(claim)).containsEntry("kind", "succeeded");
        assertThat(worker.isAlive()).isTrue();
    }

    private void allow(String... rules) {
        List<String> arguments = new ArrayList<>(List.of("SETUSER", "mill", "on", ">" + PASSWORD, "~*", "&*"));
        arguments.addAll(List.of(rules));
        testBed.command("ACL", arguments.toArray(String[]::new));
    }

    private String address() {
        return "redis://mill:" + PASSWORD.replace("%", "%25") + "@127.0.0.1:" + testBed.port();
    }

    private void awaitHeartbeat() {
        testBed.eventually().until(() -> testBed.redis().zcard(RedisNames.WORKERS) == 1);
    }

    private void assertMisconfigured(Process worker, String sentence) throws Exception {
        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isEqualTo(MISCONFIGURED);
        assertThat(output()).doesNotContain("s3+c").doesNotContain("wr0ng").doesNotContain("\tat ");
        assertThat(output().lines().filter(line -> line.startsWith("The worker cannot run")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(sentence));
    }

    private String output() throws IOException {
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
