package dev.millrace.itests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.network.FaultProxy;
import dev.millrace.testkit.server.ServerProcess;

import static java.time.Duration.ofSeconds;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A database that the servers cannot reach. */
abstract class DatabaseFaults extends FaultScenarios {
    private static final String TASK = "{\"type\":\"fault_apply\",\"parameters\":{\"millis\":50}}";
    private static final int DURING = 40;

    DatabaseFaults(FaultTestBed testBed) {
        super(testBed);
    }

    @Test
    void a_database_outage_loses_no_task_and_duplicates_none(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(400, "fault_apply", millis(300));
        submitted.awaitApplied(20 + random.nextInt(100));

        FaultProxy network = testBed.postgres().network();
        network.cut();
        CompletableFuture<List<String>> accepted = CompletableFuture.supplyAsync(() -> submitUntilAccepted(submitted));
        during(OUTAGE.dividedBy(2), () -> {});
        network.resume();
        network.stall();
        during(OUTAGE.dividedBy(2), () -> {});
        network.cut();
        network.resume();

        await().atMost(OUTAGE.plus(ofSeconds(120))).until(accepted::isDone);
        accepted.join().forEach(submitted::add);
        assertThat(submitted.settle()).containsOnlyKeys("SUCCEEDED").containsEntry("SUCCEEDED", 400 + DURING);
    }

    @Test
    void a_database_that_is_restarted_is_found_again_by_every_server(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(400, "fault_apply", millis(300));
        submitted.awaitApplied(20 + random.nextInt(100));
        SignedInClient asking = testBed.apiClient().signedIn();

        testBed.postgres().stop();
        during(OUTAGE.dividedBy(4), () -> askForEverything(asking));
        testBed.postgres().start();

        assertThat(testBed.servers()).allSatisfy(server -> await().atMost(ofSeconds(60))
                .ignoreExceptions()
                .until(() -> answersAlways(asking.at(ApiClient.at(server.address())))));
        assertThat(submitted.submit(100, "fault_apply", millis(50)).settle()).isEqualTo(Map.of("SUCCEEDED", 500));
    }

    @Test
    void an_outage_of_the_database_is_logged_in_a_few_lines() {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(200, "fault_apply", millis(300));
        submitted.awaitApplied(20);
        SignedInClient asking = testBed.apiClient().signedIn();
        Map<ServerProcess, Long> before = linesOfLogs();

        testBed.postgres().network().cut();
        during(OUTAGE, () -> askForEverything(asking));
        testBed.postgres().network().resume();
        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 200));

        assertThat(testBed.servers()).allSatisfy(server -> await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(server.output()).contains("Database is down", "Database is up again")));
        Map<ServerProcess, Long> after = linesOfLogs();
        assertThat(testBed.servers()).allSatisfy(server -> assertThat(after.get(server) - before.get(server))
                .as("lines of %s about one outage", server.address())
                .isLessThan(20));
    }

    /** More often than there are connections that could be dead. */
    private static boolean answersAlways(SignedInClient client) {
        return IntStream.range(0, 50).allMatch(i -> client.get("api/tasks").status() == 200);
    }

    private Map<ServerProcess, Long> linesOfLogs() {
        return testBed.servers().stream()
                .collect(toMap(identity(), server -> server.output().lines().count()));
    }

    private static void askForEverything(SignedInClient client) {
        client.post("api/tasks", TASK);
        List.of("api/tasks", "api/users/me", "api/task-types", "api/schedules", "api/workflows")
                .forEach(client::get);
    }

    /** Submits as a careful client does: the same key again until there is a response. */
    private static List<String> submitUntilAccepted(SubmittedTasks submitted) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < DURING; i++) {
            String key = "order-" + i;
            JsonNode task = await().atMost(OUTAGE.plus(ofSeconds(100)))
                    .ignoreExceptions()
                    .until(
                            () -> submitted.owner().post("api/tasks", TASK, "Idempotency-Key", key),
                            answer -> answer.status() == 202)
                    .json();
            ids.add(task.path("id").asText());
        }
        return ids;
    }
}
