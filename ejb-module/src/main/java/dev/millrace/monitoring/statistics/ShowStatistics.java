package dev.millrace.monitoring.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.platform.json.Json;

/** Shows the statistics of all nodes together. */
@ApplicationScoped
public class ShowStatistics {
    private StatisticsRows rows;
    private Clock clock;

    /** For the container. */
    protected ShowStatistics() {}

    @Inject
    ShowStatistics(StatisticsRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param window 15m, 1h, 24h or 7d
     * @return {@code {"window", "stepSeconds", "points": […], "totals"}}; the last few seconds may be missing
     * @throws dev.millrace.platform.problem.InvalidRequest for any other window
     */
    public String over(String window) {
        return over(StatisticsWindow.parse(window));
    }

    private String over(StatisticsWindow window) {
        Instant now = clock.instant();
        Map<Instant, Map<String, Tally>> steps = new HashMap<>();
        Tally all = new Tally();
        for (StatisticsRows.Row row : rows.find(window, window.firstStepUntil(now))) {
            steps.computeIfAbsent(row.step(), step -> new TreeMap<>())
                    .computeIfAbsent(row.queue(), queue -> new Tally())
                    .add(row.tally());
            all.add(row.tally());
        }
        JsonArrayBuilder points = Json.createArrayBuilder();
        for (Instant step : window.stepsUntil(now)) {
            points.add(point(step, steps.getOrDefault(step, Map.of())));
        }
        return Json.createObjectBuilder()
                .add("window", window.label())
                .add("stepSeconds", window.step().toSeconds())
                .add("points", points)
                .add("totals", sums(all))
                .build()
                .toString();
    }

    private static JsonObjectBuilder point(Instant step, Map<String, Tally> byQueue) {
        Tally all = new Tally();
        JsonObjectBuilder backlog = Json.createObjectBuilder();
        byQueue.forEach((queue, tally) -> {
            all.add(tally);
            tally.backlog.mean().ifPresent(mean -> backlog.add(queue, mean));
        });
        JsonObjectBuilder json = Json.createObjectBuilder().add("at", step.toString());
        json.addAll(sums(all)).add("backlog", backlog);
        add(json, "busySlots", all.busy.mean());
        add(json, "slots", all.slots.mean());
        return json;
    }

    private static JsonObjectBuilder sums(Tally tally) {
        return Json.createObjectBuilder()
                .add("submitted", tally.submitted)
                .add("succeeded", tally.succeeded)
                .add("failed", tally.failed)
                .add("cancelled", tally.cancelled)
                .add("retried", tally.retried)
                .add("waitMs", percentiles(tally.waits))
                .add("runMs", percentiles(tally.runs));
    }

    private static JsonObjectBuilder percentiles(Histogram durations) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "p50", durations.percentile(0.5));
        add(json, "p95", durations.percentile(0.95));
        add(json, "p99", durations.percentile(0.99));
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, OptionalLong value) {
        if (value.isPresent()) {
            json.add(name, value.getAsLong());
        } else {
            json.addNull(name);
        }
    }
}
