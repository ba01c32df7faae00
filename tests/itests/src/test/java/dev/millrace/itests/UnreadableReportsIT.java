package dev.millrace.itests;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.ForeignWorker;
import dev.millrace.testkit.server.Stack;

import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Reports of a worker in another language that violate the protocol. */
@ExtendWith(SharedStack.class)
class UnreadableReportsIT {
    private static final Map<String, Consumer<Map<String, String>>> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("startedAt missing", report -> report.remove("startedAt"));
        FAULTS.put("at missing", report -> report.remove("at"));
        FAULTS.put("no result", report -> report.remove("result"));
        FAULTS.put("no worker", report -> report.remove("worker"));
        FAULTS.put("v=2", report -> report.put("v", "2"));
        FAULTS.put("unknown kind", report -> report.put("kind", "exploded"));
        FAULTS.put("retry=yes", report -> report.putAll(failed("yes", "5")));
        FAULTS.put("negative retryIn", report -> report.putAll(failed("true", "-1")));
        FAULTS.put("endless retryIn", report -> report.putAll(failed("true", Long.toString(Long.MAX_VALUE))));
        FAULTS.put("fraction out of bounds", report -> {
            report.put("kind", "progress");
            report.put("fraction", "NaN");
        });
    }

    private final Stack stack;
    private final ApiClient apiClient;

    UnreadableReportsIT(Stack stack) {
        this.stack = stack;
        this.apiClient = ApiClient.at(stack.server().address());
    }

    private static Map<String, String> failed(String retry, String retryIn) {
        return Map.of("kind", "failed", "errorClass", "Broken", "retry", retry, "retryIn", retryIn);
    }

    @Test
    void each_report_that_cannot_be_read_costs_its_task_an_attempt_until_it_has_failed() {
        SignedInClient owner = apiClient.signedIn().listening();
        Map<String, String> tasks = new HashMap<>();
        try (ForeignWorker worker = new ForeignWorker(stack.redis(), "careless_one", Duration.ZERO)) {
            owner.awaitsType("careless_one");
            FAULTS.keySet()
                    .forEach(fault -> tasks.put(
                            owner.submits("careless_one", "{}").path("id").asText(), fault));

            await().atMost(ofSeconds(90)).until(() -> {
                Map<String, String> dispatch = worker.takes();
                if (dispatch != null) {
                    worker.sends(worker.report(dispatch, "started"));
                    Map<String, String> report = worker.report(dispatch, "succeeded");
                    FAULTS.get(tasks.get(dispatch.get("task"))).accept(report);
                    worker.sends(report);
                }
                return tasks.keySet().stream()
                        .allMatch(
                                task -> owner.task(task).path("state").asText().equals("FAILED"));
            });

            tasks.forEach((task, fault) -> {
                JsonNode seen = owner.task(task);
                assertThat(seen.path("error").path("type").asText()).as(fault).isEqualTo("UnreadableReport");
                assertThat(seen.path("attempt").asInt()).as(fault).isEqualTo(2);
            });
            assertThat(worker.rejectedReports())
                    .hasSize(2 * FAULTS.size())
                    .allSatisfy(entry -> assertThat(entry.getFields()).containsKeys("reason", "task", "claim"));
            assertThat(apiClient.get("metrics").text())
                    .containsPattern("millrace_reports_rejected_total\\{reason=\"unreadable\"} [1-9]");
        }
        owner.submits("reverse_string", "{\"text\":\"mill\"}");
        owner.next(SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void a_worker_whose_clock_is_days_off_changes_no_time_of_its_tasks(int days) {
        SignedInClient owner = apiClient.signedIn();
        String type = days < 0 ? "slow_clock" : "fast_clock";
        Instant before = Instant.now().minusSeconds(1);
        try (ForeignWorker worker = new ForeignWorker(stack.redis(), type, Duration.ofDays(days))) {
            owner.awaitsType(type);
            String task = owner.submits(type, "{}").path("id").asText();

            await().atMost(ofSeconds(30)).until(() -> {
                Map<String, String> dispatch = worker.takes();
                if (dispatch != null) {
                    worker.sends(worker.report(dispatch, "started"));
                    worker.sends(worker.report(dispatch, "succeeded"));
                }
                return owner.task(task).path("state").asText().equals("SUCCEEDED");
            });

            JsonNode seen = owner.task(task);
            for (String time : new String[] {"queuedAt", "startedAt", "finishedAt"}) {
                assertThat(Instant.parse(seen.path(time).asText())).as(time).isBetween(before, Instant.now());
            }
            assertThat(seen.path("timeline")).allSatisfy(moment -> assertThat(
                            Instant.parse(moment.path("at").asText()))
                    .isBetween(before, Instant.now()));
        }
    }

    @Test
    void an_endless_or_huge_schema_is_rejected_and_the_type_is_unchanged() {
        SignedInClient owner = apiClient.signedIn();
        try (ForeignWorker worker = new ForeignWorker(stack.redis(), "boundless_one", Duration.ZERO);
                ForeignWorker later = new ForeignWorker(stack.redis(), "measured_one", Duration.ZERO)) {
            owner.awaitsType("boundless_one");

            worker.announces("{\"$ref\":\"#\"}");
            worker.announces("{\"not\":".repeat(600) + "{}" + "}".repeat(600));
            worker.announces("{\"description\":\"" + "x".repeat(5_000_000) + "\"}");
            later.announces("{\"type\":\"object\",\"maxProperties\":3}");

            await().atMost(ofSeconds(30))
                    .until(() -> schemaOf(owner, "measured_one").contains("maxProperties"));
            assertThat(schemaOf(owner, "boundless_one")).isEqualTo("{\"type\":\"object\"}");
            owner.post("api/tasks", "{\"type\":\"boundless_one\",\"parameters\":{}}")
                    .expecting(202);
        }
    }

    private static String schemaOf(SignedInClient owner, String type) {
        return owner.get("api/task-types/" + type)
                .json()
                .path("parametersSchema")
                .toString();
    }
}
