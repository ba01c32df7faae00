package dev.millrace.itests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A database that cannot be reached. */
abstract class DatabaseFaults extends Scenarios {
    private static final String TASK = "{\"type\":\"fault_apply\",\"parameters\":{\"millis\":50}}";
    private static final int DURING = 40;

    DatabaseFaults(Mill mill) {
        super(mill);
    }

    @Test
    void a_database_that_is_away_for_a_while_costs_no_task_and_doubles_none(Random chance) {
        Ledger ledger = Ledger.of(mill).submit(400, "fault_apply", millis(300));
        ledger.awaitApplied(20 + chance.nextInt(100));

        Proxy network = mill.postgres().network();
        network.cut();
        CompletableFuture<List<String>> accepted = CompletableFuture.supplyAsync(() -> submitUntilAccepted(ledger));
        during(OUTAGE.dividedBy(2), () -> {});
        network.resume();
        network.stall();
        during(OUTAGE.dividedBy(2), () -> {});
        network.cut();
        network.resume();

        await().atMost(OUTAGE.plus(ofSeconds(120))).until(accepted::isDone);
        accepted.join().forEach(ledger::add);
        assertThat(ledger.settle()).containsOnlyKeys("SUCCEEDED").containsEntry("SUCCEEDED", 400 + DURING);
    }

    /** As a client does that wants to be sure: the same key again until there is an answer. */
    private static List<String> submitUntilAccepted(Ledger ledger) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < DURING; i++) {
            String key = "order-" + i;
            JsonNode task = await().atMost(OUTAGE.plus(ofSeconds(100)))
                    .ignoreExceptions()
                    .until(
                            () -> ledger.owner().post("api/tasks", TASK, "Idempotency-Key", key),
                            answer -> answer.status() == 202)
                    .json();
            ids.add(task.path("id").asText());
        }
        return ids;
    }
}
