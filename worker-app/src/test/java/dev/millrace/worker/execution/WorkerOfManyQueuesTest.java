package dev.millrace.worker.execution;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.millrace.contract.Claim;
import dev.millrace.testhandlers.Echo;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerOfManyQueuesTest {
    private static final String[] QUEUES = {"q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"};

    @RegisterExtension
    final WorkerTestBed testBed = new WorkerTestBed(new Echo()).reading(QUEUES);

    @Test
    void all_queues_are_served() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            for (String queue : QUEUES) {
                claims.add(testBed.dispatch(queue, "echo", "x", null));
            }
        }

        assertThat(claims)
                .allSatisfy(claim -> assertThat(testBed.outcome(claim)).containsEntry("kind", "succeeded"));
    }
}
