package dev.millrace.worker.execution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.millrace.contract.Claim;
import dev.millrace.testhandlers.Echo;

import static org.assertj.core.api.Assertions.assertThat;

class RollingUpgradeTest {
    @RegisterExtension
    final WorkerTestBed testBed = new WorkerTestBed(new Echo());

    @Test
    void an_unknown_type_is_released_for_another_worker() {
        Claim claim = testBed.dispatch("from_the_future", "x");

        assertThat(testBed.outcome(claim))
                .containsEntry("kind", "released")
                .containsEntry("unsuited", "true")
                .containsEntry("reason", "unknown task type from_the_future");
        assertThat(testBed.kinds(claim)).doesNotContain("started");
    }
}
