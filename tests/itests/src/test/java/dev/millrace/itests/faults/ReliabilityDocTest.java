package dev.millrace.itests.faults;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.millrace.itests.NamedTests;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares docs/reliability.md with the tests. */
class ReliabilityDocTest {
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
        NamedTests.of("docs/reliability.md").assertTheyExist();
    }

    @Test
    void the_document_names_every_scenario() throws IOException {
        List<String> named = NamedTests.of("docs/reliability.md").names();

        assertThat(SCENARIOS).allSatisfy(scenarios -> assertThat(scenarios.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(Test.class))
                .isNotEmpty()
                .extracting(method -> scenarios.getSimpleName() + "." + method.getName())
                .allSatisfy(name -> assertThat(named).contains(name)));
    }
}
