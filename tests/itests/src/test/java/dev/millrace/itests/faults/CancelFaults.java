package dev.millrace.itests.faults;

import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The owner of many tasks cancels them while they are on their way. */
abstract class CancelFaults extends FaultScenarios {
    private static final int ALL = 10_000;

    CancelFaults(FaultTestBed testBed) {
        super(testBed);
    }

    @Test
    void ten_thousand_tasks_cancelled_while_they_are_dispatched_each_end_once(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(ALL, "fault_apply", millis(500));
        submitted.awaitApplied(50 + random.nextInt(500));

        cancelAllOf(submitted);

        Map<String, Integer> ends = submitted.settle();
        assertThat(ends).containsOnlyKeys("CANCELLED", "SUCCEEDED");
        assertThat(ends.get("CANCELLED") + ends.get("SUCCEEDED")).isEqualTo(ALL);
        assertThat(ends.get("CANCELLED")).isGreaterThan(1_000);
    }

    private static void cancelAllOf(SubmittedTasks submitted) {
        int remaining = 1;
        while (remaining > 0) {
            JsonNode answer = submitted
                    .owner()
                    .post("api/tasks/bulk", "{\"action\":\"cancel\",\"filter\":{}}")
                    .expecting(200)
                    .json();
            remaining = answer.path("remaining").asInt();
        }
    }
}
