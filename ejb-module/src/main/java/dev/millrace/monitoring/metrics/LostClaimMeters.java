package dev.millrace.monitoring.metrics;

import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import dev.millrace.task.lifecycle.TaskLifecycleEvent;

/**
 * Counts lost claims and rejected reports by reason. All reasons start at 0, since Prometheus sees no increase in a counter
 * that starts at 1.
 */
final class LossMeters {
    private static final List<String> CLAIM_LOST_REASONS = List.of("untraceable", "worker", "released", "unsuited");
    private static final List<String> REPORT_REJECTED_REASONS = List.of("unreadable", "unwritable", "other_worker");

    /** The second one is the former name; 0.3 removes it. */
    private static final List<String> REPORT_REJECTED_NAMES =
            List.of("millrace_reports_rejected", "millrace_reports_refused");

    private LossMeters() {}

    static void bindTo(MeterRegistry registry) {
        CLAIM_LOST_REASONS.forEach(reason -> claimLost(registry, reason));
        REPORT_REJECTED_REASONS.forEach(reason -> reportsRejected(registry, reason, 0));
    }

    static void count(MeterRegistry registry, TaskLifecycleEvent.ClaimLost lost) {
        claimLost(registry, lost.reason()).increment();
    }

    static void count(MeterRegistry registry, TaskLifecycleEvent.ReportRejected rejected) {
        reportsRejected(registry, rejected.reason(), 1);
    }

    private static void reportsRejected(MeterRegistry registry, String reason, int more) {
        REPORT_REJECTED_NAMES.forEach(
                name -> reportRejected(registry, name, reason).increment(more));
    }

    private static Counter claimLost(MeterRegistry registry, String reason) {
        return Counter.builder("millrace_claims_lost")
                .description("Claims that ended without an outcome.")
                .tag("reason", reason)
                .register(registry);
    }

    private static Counter reportRejected(MeterRegistry registry, String name, String reason) {
        return Counter.builder(name)
                .description("Rejected worker reports.")
                .tag("reason", reason)
                .register(registry);
    }
}
