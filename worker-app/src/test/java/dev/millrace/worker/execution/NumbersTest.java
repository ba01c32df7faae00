package dev.millrace.worker.execution;

import java.util.UUID;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.testhandlers.EchoNumbers;
import dev.millrace.testhandlers.IsolatedNumbers;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTest {
    @RegisterExtension
    final WorkerTestBed testBed = new WorkerTestBed(new EchoNumbers(), new IsolatedNumbers());

    @ParameterizedTest
    @ValueSource(strings = {"echo_numbers", "isolated_numbers"})
    void numbers_keep_every_digit_from_the_dispatch_to_the_report(String type) {
        String numbers = "{\"amount\":12345678901234567.89,\"units\":9007199254740993,\"count\":9223372036854775807}";
        Claim claim = new Claim(UUID.randomUUID(), 1);

        testBed.dispatch(WorkerTestBed.QUEUE, new TaskDispatch(claim, type, 1, numbers, null));

        assertThat(testBed.outcome(claim)).containsEntry("result", numbers);
    }
}
