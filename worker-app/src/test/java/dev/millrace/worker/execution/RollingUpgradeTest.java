package dev.millrace.worker.execution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.millrace.contract.Claim;
import dev.millrace.testhandlers.Echo;

import static org.assertj.core.api.Assertions.assertThat;

class RollingUpgradeTest {
    @RegisterExtension
    final WorkerTestBed bench = new WorkerTestBed(new Echo());

    @Test
    void a_type_that_this_worker_does_not_know_is_left_for_one_that_does() {
        Claim claim = bench.dispatch("from_the_future", "x");

        assertThat(bench.outcome(claim))
                .containsEntry("kind", "released")
                .containsEntry("unsuited", "true")
                .containsEntry("reason", "this worker does not know from_the_future");
        assertThat(bench.kinds(claim)).doesNotContain("started");
    }
}
