package dev.millrace.itests.faults;

import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The owner of many tasks cancels them while they are on their way. */
abstract class CancelFaults extends FaultScenarios {
    private static final int ALL = 10_000;

    CancelFaults(FaultTestBed mill) {
        super(mill);
    }

    @Test
    void ten_thousand_tasks_cancelled_while_they_are_dispatched_each_end_once(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(ALL, "fault_apply", millis(500));
        ledger.awaitApplied(50 + chance.nextInt(500));

        cancelAllOf(ledger);

        Map<String, Integer> ends = ledger.settle();
        assertThat(ends).containsOnlyKeys("CANCELLED", "SUCCEEDED");
        assertThat(ends.get("CANCELLED") + ends.get("SUCCEEDED")).isEqualTo(ALL);
        assertThat(ends.get("CANCELLED")).isGreaterThan(1_000);
    }

    private static void cancelAllOf(SubmittedTasks ledger) {
        int remaining = 1;
        while (remaining > 0) {
            JsonNode answer = ledger.owner()
                    .post("api/tasks/bulk", "{\"action\":\"cancel\",\"filter\":{}}")
                    .expecting(200)
                    .json();
            remaining = answer.path("remaining").asInt();
        }
    }
}
