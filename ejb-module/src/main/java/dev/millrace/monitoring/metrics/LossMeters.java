package dev.millrace.monitoring.metrics;

import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import dev.millrace.task.lifecycle.TaskLifecycleEvent;

/**
 * What came to nothing on this node, by reason. All reasons are there from the start, with 0: a counter that begins with 1
 * has not grown for Prometheus, and no alarm would ring at the first loss.
 */
final class LossMeters {
    private static final List<String> CLAIM_LOST_REASONS = List.of("untraceable", "worker", "released", "unsuited");
    private static final List<String> REPORT_REJECTED_REASONS = List.of("unreadable", "unwritable", "other_worker");

    private LossMeters() {}

    static void bindTo(MeterRegistry registry) {
        CLAIM_LOST_REASONS.forEach(reason -> claimLost(registry, reason));
        REPORT_REJECTED_REASONS.forEach(reason -> reportRejected(registry, reason));
    }

    static void count(MeterRegistry registry, TaskLifecycleEvent.ClaimLost lost) {
        claimLost(registry, lost.reason()).increment();
    }

    static void count(MeterRegistry registry, TaskLifecycleEvent.ReportRejected rejected) {
        reportRejected(registry, rejected.reason()).increment();
    }

    private static Counter claimLost(MeterRegistry registry, String reason) {
        return Counter.builder("millrace_claims_lost")
                .description("Dispatches that ended without an outcome.")
                .tag("reason", reason)
                .register(registry);
    }

    private static Counter reportRejected(MeterRegistry registry, String reason) {
        return Counter.builder("millrace_reports_refused")
                .description("Reports of workers that did not count.")
                .tag("reason", reason)
                .register(registry);
    }
}
