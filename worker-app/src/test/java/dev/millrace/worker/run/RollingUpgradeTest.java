package dev.millrace.worker.run;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.testhandlers.Echo;
import dev.millrace.worker.handlers.GenerateRandomNumber;

import static org.assertj.core.api.Assertions.assertThat;

class RollingUpgradeTest {
    @RegisterExtension
    final WorkerBench bench = new WorkerBench(new Echo(), new GenerateRandomNumber());

    @Test
    void a_type_that_this_worker_does_not_know_is_left_for_one_that_does() {
        Claim claim = bench.dispatch("from_the_future", "x");

        assertThat(bench.outcome(claim))
                .containsEntry("kind", "released")
                .containsEntry("unsuited", "true")
                .containsEntry("reason", "this worker does not know from_the_future");
        assertThat(bench.kinds(claim)).doesNotContain("started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"x\",\"tone\":\"loud\"}", "{}", "{\"text\":{\"de\":\"x\"}}", "[]"})
    void parameters_of_another_version_are_left_for_a_worker_that_can_read_them(String parameters) {
        Claim claim = dispatch("echo", parameters);

        assertThat(bench.outcome(claim)).containsEntry("kind", "released").containsEntry("unsuited", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"min_value\":9,\"max_value\":1}", "{broken"})
    void values_that_no_worker_can_take_fail_without_retry(String parameters) {
        Claim claim = dispatch("generate_random_number", parameters);

        assertThat(bench.outcome(claim))
                .containsEntry("errorClass", "InvalidParameters")
                .containsEntry("retry", "false");
    }

    private Claim dispatch(String type, String parameters) {
        Claim claim = new Claim(UUID.randomUUID(), 1);
        bench.dispatch(WorkerBench.QUEUE, new TaskDispatch(claim, type, 1, parameters, null));
        return claim;
    }
}
