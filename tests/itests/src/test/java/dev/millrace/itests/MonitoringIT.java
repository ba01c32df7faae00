package dev.millrace.itests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Ports;
import dev.millrace.testkit.server.Stack;
import dev.millrace.testkit.server.WorkerProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Statistics, metrics and health, as operators read them. */
@ExtendWith(SharedStack.class)
class MonitoringIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MILL = "{\"text\":\"mill\"}";
    private static final Pattern METRIC_NAME = Pattern.compile("\\b(?:millrace|jvm|process|system)_[a-z_]+\\b");
    private static final int METRICS_PORT = Ports.free();

    private static WorkerProcess worker;

    private final ApiClient apiClient;

    MonitoringIT(Stack stack) {
        apiClient = ApiClient.at(stack.server().address());
    }

    @BeforeAll
    static void startWorker(Stack stack) {
        worker = stack.add(new WorkerProcess(
                        stack.nextWorker(),
                        stack.redis().url(),
                        List.of("--concurrency", "1", "--metrics-port", Integer.toString(METRICS_PORT))))
                .start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    void dashboard_and_alerts_use_only_existing_metrics() throws IOException {
        everyKindOfMetricHasAValue();

        Set<String> documented = new TreeSet<>();
        for (String file : List.of("deploy/grafana/millrace.json", "deploy/prometheus/millrace-alerts.yml")) {
            documented.addAll(namesIn(Files.readString(BuildOutput.ROOT.resolve(Path.of(file)))));
        }
        documented.removeIf(name -> name.equals("millrace_worker")); // a job, not a metric

        assertThat(documented).hasSizeGreaterThan(20);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(metricNames()).containsAll(documented));
    }

    @Test
    void no_metric_names_a_user() {
        SignedInClient somebody = apiClient.signedIn();
        submitsAndAwaitsEnd(somebody);

        assertThat(serverText()).contains("millrace_tasks_finished_total").doesNotContain(somebody.name());
    }

    @Test
    void a_submitted_task_is_in_the_statistics_seconds_later() {
        SignedInClient admin = apiClient.admin();
        long before = totals(admin).path("succeeded").asLong();

        submitsAndAwaitsEnd(apiClient.signedIn());

        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(totals(admin).path("succeeded").asLong()).isGreaterThan(before));
        JsonNode points = statistics(admin).path("points");
        assertThat(points).hasSize(90);
        assertThat(totals(admin).path("runMs").path("p99").isNumber()).isTrue();
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode last = statistics(admin).path("points").path(88);
            assertThat(last.path("slots").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(last.path("backlog").has("default")).isTrue();
        });
    }

    @Test
    void an_invalid_window_is_rejected() {
        assertThat(apiClient
                        .admin()
                        .get("api/admin/statistics?window=1y")
                        .expecting(400)
                        .pointers())
                .containsExactly("?window");
    }

    @Test
    void a_worker_shows_its_properties_and_follows_orders() {
        SignedInClient admin = apiClient.admin();
        await().atMost(LIMIT).until(() -> !shown(admin).isMissingNode());
        JsonNode shown = shown(admin);
        assertThat(shown.path("slots").asInt()).isEqualTo(1);
        assertThat(shown.path("heapUsed").asLong()).isPositive();
        assertThat(shown.path("cpu").asDouble()).isBetween(0.0, 1.0);
        String path = "api/admin/workers/" + shown.path("id").asText();

        admin.post(path + "/quiet", "").expecting(202);
        await().atMost(LIMIT).until(() -> shown(admin).path("quiet").asBoolean());

        admin.post(path + "/resume", "").expecting(202);
        await().atMost(LIMIT).until(() -> !shown(admin).path("quiet").asBoolean());
        assertThat(admin.post("api/admin/workers/w-unheard-of/stop", "")
                        .expecting(404)
                        .problem())
                .isEqualTo("worker-not-found");
        assertThat(apiClient.signedIn().get("api/admin/workers").status()).isEqualTo(403);
    }

    /** A counter exists once it has counted. */
    private void everyKindOfMetricHasAValue() {
        SignedInClient somebody = apiClient.signedIn();
        String cancelled = somebody.post(
                        "api/tasks",
                        "{\"type\":\"reverse_string\",\"parameters\":" + MILL + ",\"runAt\":\"2099-01-01T00:00:00Z\"}")
                .expecting(202)
                .json()
                .path("id")
                .asText();
        somebody.post("api/tasks/" + cancelled + "/cancel", "").expecting(202);
        somebody.post("api/tasks/" + cancelled + "/retry", "").expecting(202);
        await().atMost(LIMIT).until(() -> {
            submitsAndAwaitsEnd(somebody);
            return workerText().contains("millrace_worker_attempts_seconds_count");
        });
    }

    private static void submitsAndAwaitsEnd(SignedInClient somebody) {
        String task = somebody.submits("reverse_string", MILL).path("id").asText();
        await().atMost(LIMIT)
                .until(() -> somebody.task(task).path("state").asText().equals("SUCCEEDED"));
    }

    private Set<String> metricNames() {
        Set<String> metricNames = namesIn(serverText());
        metricNames.addAll(namesIn(workerText()));
        return metricNames;
    }

    private static Set<String> namesIn(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = METRIC_NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    private String serverText() {
        return apiClient.get("metrics").expecting(200).text();
    }

    private static String workerText() {
        return ApiClient.at(URI.create("http://127.0.0.1:" + METRICS_PORT + "/"))
                .get("metrics")
                .expecting(200)
                .text();
    }

    private static JsonNode totals(SignedInClient admin) {
        return statistics(admin).path("totals");
    }

    private static JsonNode statistics(SignedInClient admin) {
        return admin.get("api/admin/statistics?window=15m").expecting(200).json();
    }

    private static JsonNode shown(SignedInClient admin) {
        for (JsonNode item :
                admin.get("api/admin/workers").expecting(200).json().path("items")) {
            if (item.path("pid").asLong() == worker.pid()) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }
}
