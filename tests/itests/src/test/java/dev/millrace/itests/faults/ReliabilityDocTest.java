package dev.millrace.itests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.process.BuildOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares docs/reliability.md with the tests. */
class ReliabilityDocTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+_\\w+)`");
    private static final List<Class<?>> SCENARIOS = List.of(
            WorkerFaults.class,
            HandlerFaults.class,
            IsolationFaults.class,
            RedisFaults.class,
            CancelFaults.class,
            ServerFaults.class,
            LeaderFaults.class,
            DatabaseFaults.class);

    @Test
    void every_test_that_the_document_names_is_there() throws IOException {
        assertThat(named()).isNotEmpty().allSatisfy(name -> assertThat(sourceOf(name.group(1)))
                .as("source of " + name.group(1))
                .contains("void " + name.group(2) + "("));
    }

    @Test
    void the_document_names_every_scenario() throws IOException {
        List<String> named = named().stream()
                .map(name -> name.group(1) + "." + name.group(2))
                .toList();

        assertThat(SCENARIOS).allSatisfy(scenarios -> assertThat(scenarios.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(Test.class))
                .isNotEmpty()
                .extracting(method -> scenarios.getSimpleName() + "." + method.getName())
                .allSatisfy(name -> assertThat(named).contains(name)));
    }

    private static List<MatchResult> named() throws IOException {
        return NAMED.matcher(Files.readString(BuildOutput.ROOT.resolve("docs/reliability.md")))
                .results()
                .toList();
    }

    /** The sources of the test classes of that name, in all modules. */
    private static String sourceOf(String testClass) throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String module : List.of("tests/itests", "worker-app", "ejb-module", "web-module")) {
            try (Stream<Path> files =
                    Files.walk(BuildOutput.ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(path -> path.endsWith(testClass + ".java")).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        return sources.toString();
    }
}
