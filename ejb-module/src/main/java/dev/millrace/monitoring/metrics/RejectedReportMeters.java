package dev.millrace.monitoring.metrics;

import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import dev.millrace.task.lifecycle.TaskLifecycleEvent;

/** Counts rejected reports by reason. All reasons start at 0, as those of {@link LostClaimMeters} do. */
final class RejectedReportMeters {
    private static final List<String> REASONS = List.of("unreadable", "unwritable", "other_worker");

    /** The second one is the former name; 0.3 removes it. */
    private static final List<String> NAMES = List.of("millrace_reports_rejected", "millrace_reports_refused");

    private RejectedReportMeters() {}

    static void bindTo(MeterRegistry registry) {
        REASONS.forEach(reason -> add(registry, reason, 0));
    }

    static void count(MeterRegistry registry, TaskLifecycleEvent.ReportRejected rejected) {
        add(registry, rejected.reason(), 1);
    }

    private static void add(MeterRegistry registry, String reason, int more) {
        NAMES.forEach(name -> counter(registry, name, reason).increment(more));
    }

    private static Counter counter(MeterRegistry registry, String name, String reason) {
        return Counter.builder(name)
                .description("Rejected worker reports.")
                .tag("reason", reason)
                .register(registry);
    }
}
