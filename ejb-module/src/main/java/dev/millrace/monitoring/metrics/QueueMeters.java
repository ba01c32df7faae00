package dev.millrace.monitoring.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.monitoring.statistics.QueueSamples;
import dev.millrace.task.QueueCounts;

/** Metrics of the queues that this node leads. Across nodes each queue is reported once. */
@ApplicationScoped
public class QueueMeters {
    private QueueSamples samples;
    private LiveWorkers workers;
    private Clock clock;
    private MultiGauge tasks;
    private MultiGauge oldest;
    private MultiGauge leader;
    private MultiGauge workersOfQueue;
    private MultiGauge slots;

    /** For the container. */
    protected QueueMeters() {}

    @Inject
    QueueMeters(PrometheusMeterRegistry registry, QueueSamples samples, LiveWorkers workers, Clock clock) {
        this.samples = samples;
        this.workers = workers;
        this.clock = clock;
        tasks = MultiGauge.builder("millrace_queue_tasks")
                .description("Tasks of a queue by state, counted up to 100,000; reported by the queue's leader.")
                .register(registry);
        oldest = MultiGauge.builder("millrace_queue_oldest_waiting")
                .description("Age of the oldest waiting task; 0 if none waits.")
                .baseUnit("seconds")
                .register(registry);
        leader = MultiGauge.builder("millrace_queue_leader")
                .description("1 on the node that leads the queue.")
                .register(registry);
        workersOfQueue = MultiGauge.builder("millrace_queue_workers")
                .description("Live workers that read the queue.")
                .register(registry);
        slots = MultiGauge.builder("millrace_queue_slots")
                .description("How many tasks these workers can run at once.")
                .register(registry);
    }

    /** Reads the last samples; called before a scrape. */
    void refresh() {
        Map<String, QueueCounts> latest = samples.latest();
        tasks.register(rowsByState(latest), true);
        oldest.register(rows(latest, this::secondsOfOldest), true);
        leader.register(rows(latest, (queue, counts) -> 1), true);
        workersOfQueue.register(rows(latest, (queue, counts) -> workers.countReading(queue)), true);
        slots.register(rows(latest, (queue, counts) -> workers.slotsOf(queue)), true);
    }

    private interface Reading {
        double of(String queue, QueueCounts counts);
    }

    private static List<Row<?>> rows(Map<String, QueueCounts> latest, Reading reading) {
        List<Row<?>> rows = new ArrayList<>();
        latest.forEach((queue, counts) -> rows.add(Row.of(Tags.of("queue", queue), reading.of(queue, counts))));
        return rows;
    }

    private static List<Row<?>> rowsByState(Map<String, QueueCounts> latest) {
        List<Row<?>> rows = new ArrayList<>();
        latest.forEach((queue, counts) -> tasksByState(counts)
                .forEach((state, count) -> rows.add(Row.of(Tags.of("queue", queue, "state", state), count))));
        return rows;
    }

    private static Map<String, Integer> tasksByState(QueueCounts counts) {
        Map<String, Integer> byState = new HashMap<>();
        byState.put("waiting", counts.waiting());
        byState.put("delayed", counts.delayed());
        byState.put("parked", counts.parked());
        byState.put("in_flight", counts.inFlight());
        if (counts.blocked() != null) {
            byState.put("blocked", counts.blocked());
        }
        return byState;
    }

    private double secondsOfOldest(String queue, QueueCounts counts) {
        return counts.oldestWaitingAt() == null
                ? 0
                : Duration.between(counts.oldestWaitingAt(), clock.instant()).toMillis() / 1e3;
    }
}
