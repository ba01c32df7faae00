package dev.millrace.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The run command in a tree of its own, with programs that only imitate Java, Maven and Node. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class RunScriptTest {
    private static final String BUILDING = "Building (";

    @TempDir
    private Path tree;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void lay_out_a_fresh_clone() throws IOException {
        Files.copy(Path.of("..", "..", "run"), tree.resolve("run"));
        Files.createDirectories(tree.resolve("deploy"));
        Files.copy(Path.of("..", "..", "deploy", "redis-server"), tree.resolve("deploy/redis-server"));
        for (String module : List.of("contract", "ejb-module", "web-module", "worker-app", "deploy")) {
            Files.createDirectories(tree.resolve(module).resolve("src"));
            Files.writeString(tree.resolve(module).resolve("pom.xml"), "<project/>");
        }
        Files.createDirectories(tree.resolve("frontend/src/lib/api"));
        Files.writeString(tree.resolve("frontend/src/lib/api/client.ts"), "");
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        program(
                "java",
                """
                echo 'openjdk version "17.0.1"' >&2
                mkdir -p deploy/target/stack/server/config deploy/target/stack/server/docroot deploy/target/stack/server/lib
                """);
        program("javac", "true");
        program("node", "echo v20.0.0");
        program("npm", "echo 10.0.0");
        program(
                "mvn",
                """
                case $1 in -v) echo 'Apache Maven 3.9.0'; exit ;; esac
                until [ frontend -nt "$MILLRACE_DATA/build-began" ]; do touch frontend; done
                mkdir -p contract/target ejb-module/target web-module/target worker-app/target deploy/target/stack
                mkdir -p frontend/dist frontend/node_modules
                echo >frontend/src/lib/api/schema.d.ts
                """);
        environment.put("JAVA_HOME", tree.resolve("programs").toString());
        environment.put("MILLRACE_DATA", tree.resolve("data").toString());
    }

    @Test
    void a_fresh_clone_is_built_once() throws Exception {
        assertThat(run("--build")).contains(BUILDING);

        assertThat(run("--build")).doesNotContain(BUILDING);
    }

    @ParameterizedTest
    @CsvSource({"contract/src/New.java, new", "frontend/src/lib/api/client.ts, changed", "deploy/pom.xml, changed"})
    void a_changed_source_is_built(String file, String content) throws Exception {
        run("--build");

        Files.writeString(tree.resolve(file), content);

        assertThat(run("--build")).contains(BUILDING);
        assertThat(run("--build")).doesNotContain(BUILDING);
    }

    @Test
    void a_source_that_was_deleted_is_built_without() throws Exception {
        Path source = Files.writeString(tree.resolve("contract/src/Old.java"), "old");
        run("--build");

        Files.delete(source);

        assertThat(run("--build")).contains(BUILDING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MILLRACE_DATA | {tree}/pom.xml/data | the folder {tree}/pom.xml/data cannot be made or written to. Set MILLRACE_DATA to another.",
                "MILLRACE_HANDLERS | {tree}/pom.xml:{tree}/no.jar | MILLRACE_HANDLERS names {tree}/no.jar, which does not exist or cannot be read.",
                "MILLRACE_HANDLERS | no/* | MILLRACE_HANDLERS names {tree}/no/*, which does not exist or cannot be read.",
                "MILLRACE_PORT | 80800 | MILLRACE_PORT wants a number from 1 to 65535, not '80800'.",
                "MILLRACE_REDIS_PORT | abc | MILLRACE_REDIS_PORT wants a number from 1 to 65535, not 'abc'.",
                "MILLRACE_REDIS_PORT | 8080 | MILLRACE_REDIS_PORT and --port both want port 8080."
            })
    void a_variable_that_cannot_be_used_is_one_message_before_anything_else(
            String variable, String value, String message) throws Exception {
        environment.put(variable, value.replace("{tree}", tree.toString()));

        assertThat(run("--build")).isEqualTo("millrace: " + message.replace("{tree}", tree.toString()) + "\n");
        assertThat(tree.resolve("deploy/target")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo Redis server v=6.2.14 sha=0 | {program} is version 6.2.14; 7 or newer is needed.",
                "echo no server | {program} is no Redis or Valkey that runs here."
            })
    void a_machine_without_redis_7_is_rejected_before_the_build(String script, String message) throws Exception {
        program("redis-server", script);
        String program = tree.resolve("programs/bin/redis-server").toString();

        assertThat(run())
                .isEqualTo("millrace: no Redis can be started: " + message.replace("{program}", program)
                        + " Or set MILLRACE_REDIS_URL to one that runs, e.g. redis://localhost:6379\n");
    }

    @Test
    void clean_deletes_nothing_but_its_own() throws Exception {
        Path folder = Files.createDirectories(tree.resolve("data"));
        Path own = Files.createDirectories(folder.resolve("db"));
        Path foreign = Files.writeString(folder.resolve("letter"), "");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(own.resolve("millrace.mv.db"), "");

        run("--build", "--clean");

        assertThat(own).isEmptyDirectory();
        assertThat(foreign).exists();
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("redis")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private void program(String name, String script) throws IOException {
        Path file = tree.resolve("programs/bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** @return all of its output */
    private String run(String... options) throws Exception {
        Path output = tree.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("bash", tree.resolve("run").toString());
        builder.command().addAll(List.of(options));
        builder.environment().keySet().removeIf(key -> key.startsWith("MILLRACE_"));
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", tree.resolve("programs/bin") + ":", (path, ours) -> ours + path);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }
}
