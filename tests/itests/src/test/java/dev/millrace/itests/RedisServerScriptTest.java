package dev.millrace.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs deploy/redis-server as on machines without Redis, with programs in place of Debian's. */
class RedisServerScriptTest {
    private static final List<String> TOOLS = List.of(
            "bash", "cat", "chmod", "cp", "dirname", "env", "find", "id", "mkdir", "mktemp", "mv", "paste", "rm", "sed",
            "sort");

    @TempDir
    Path folder;

    @BeforeEach
    void lay_out_a_machine_without_redis() throws IOException {
        Files.createDirectories(folder.resolve("deploy"));
        Files.copy(Path.of("..", "..", "deploy", "redis-server"), folder.resolve("deploy/redis-server"));
        for (String tool : TOOLS) {
            write(tool, "exec " + onPath(tool) + " \"$@\"");
        }
        write(
                "dpkg-deb",
                "mkdir -p \"$3/usr/bin\" \"$3/usr/lib\"; cp \"$2\" \"$3/usr/bin/redis-server\"; chmod +x \"$3/usr/bin/redis-server\"");
    }

    @Test
    void the_distributions_redis_is_fetched_once() throws Exception {
        write(
                "apt-get",
                """
                echo "$*" >>"%s"
                case $* in
                    *' install redis-server') echo 'Inst redis-server (7.0.15 Debian)' ;;
                    *' download redis-server') printf '#!/usr/bin/env bash\necho "Redis server v=7.0.15 sha=0"\n' >redis-server.deb ;;
                esac
                """
                        .formatted(folder.resolve("calls")));

        assertThat(run()).isEqualTo("Redis server v=7.0.15 sha=0\n");
        assertThat(run()).isEqualTo("Redis server v=7.0.15 sha=0\n");
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(3);
        assertThat(names(folder.resolve("deploy/target"))).containsExactly("debian-redis");
    }

    @Test
    void an_unreachable_distribution_is_reported_with_a_remedy() throws Exception {
        write("apt-get", "echo 'no route' >&2; exit 100");

        assertThat(run())
                .startsWith(
                        "redis-server: neither redis-server nor valkey-server is on the PATH, and apt-get could not fetch one")
                .contains("apt-get install redis-server")
                .endsWith("or set MILLRACE_REDIS_SERVER to one.\n");
        assertThat(names(folder.resolve("deploy/target")))
                .singleElement()
                .asString()
                .endsWith(".log");
    }

    @Test
    void a_machine_without_apt_gets_the_command_to_install_redis() throws Exception {
        assertThat(run())
                .startsWith("redis-server: neither redis-server nor valkey-server is on the PATH. Install one")
                .contains("brew install valkey");
        assertThat(folder.resolve("deploy/target")).doesNotExist();
    }

    private Path program(String name) throws IOException {
        return Files.createDirectories(folder.resolve("bin")).resolve(name);
    }

    private void write(String name, String script) throws IOException {
        Path file = program(name);
        Files.writeString(file, "#!" + onPath("bash") + "\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path onPath(String tool) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException(tool + " is not on the PATH"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String run() throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder("bash", folder.resolve("deploy/redis-server").toString(), "--version");
        builder.environment().remove("MILLRACE_REDIS_SERVER");
        builder.environment().put("PATH", folder.resolve("bin").toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }
}
