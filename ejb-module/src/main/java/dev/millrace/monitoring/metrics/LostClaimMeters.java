package dev.millrace.monitoring.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import dev.millrace.task.LossReason;
import dev.millrace.task.lifecycle.TaskLifecycleEvent;

/** Counts lost claims by reason. All reasons start at 0, since Prometheus sees no increase in a counter that starts at 1. */
final class LostClaimMeters {
    private LostClaimMeters() {}

    static void bindTo(MeterRegistry registry) {
        for (LossReason reason : LossReason.values()) {
            counter(registry, reason);
        }
    }

    static void count(MeterRegistry registry, TaskLifecycleEvent.ClaimLost lost) {
        counter(registry, lost.reason()).increment();
    }

    private static Counter counter(MeterRegistry registry, LossReason reason) {
        return Counter.builder("millrace_claims_lost")
                .description("Claims that ended without an outcome.")
                .tag("reason", reason.text())
                .register(registry);
    }
}
