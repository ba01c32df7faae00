package dev.millrace.worker.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import dev.millrace.contract.WorkerReport;

/** Metrics of one worker. */
public final class WorkerMetrics implements AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(1)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    public WorkerMetrics() {
        List<MeterBinder> binders = List.of(
                garbage, new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new UptimeMetrics());
        binders.forEach(binder -> binder.bindTo(registry));
    }

    /** Registers a gauge that each scrape reads. */
    public void gauge(String name, String help, Supplier<Number> level) {
        Gauge.builder(name, level).description(help).strongReference(true).register(registry);
    }

    /**
     * An attempt has an outcome, and Redis has its report.
     *
     * @param type of its task
     * @param report its report
     */
    public void attemptEnded(String queue, String type, WorkerReport report) {
        report.accept(new EndedAttempts(queue, type));
    }

    /** Only reports with an outcome end an attempt. */
    private final class EndedAttempts implements WorkerReport.Visitor {
        private final String queue;
        private final String type;

        EndedAttempts(String queue, String type) {
            this.queue = queue;
            this.type = type;
        }

        @Override
        public void started(WorkerReport.Started report) {}

        @Override
        public void progress(WorkerReport.Progress report) {}

        @Override
        public void log(WorkerReport.Log report) {}

        @Override
        public void succeeded(WorkerReport.Succeeded report) {
            record(queue, type, "succeeded", report.startedAt(), report.at());
        }

        @Override
        public void failed(WorkerReport.Failed report) {
            record(queue, type, "failed", report.startedAt(), report.at());
        }

        @Override
        public void cancelled(WorkerReport.Cancelled report) {
            record(queue, type, "cancelled", report.startedAt(), report.at());
        }

        @Override
        public void released(WorkerReport.Released report) {
            record(queue, type, "released", report.at(), report.at());
        }
    }

    private void record(String queue, String type, String outcome, Instant from, Instant to) {
        Timer.builder("millrace_worker_attempts")
                .description("Attempts that ended, and how long their handlers ran; 0 for released claims.")
                .tag("queue", queue)
                .tag("type", type)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.between(from, to));
    }

    /** @return all metrics in Prometheus' text format 0.0.4 */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
