package dev.millrace.monitoring.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.millrace.push.PushMetrics;
import dev.millrace.task.lifecycle.TaskLifecycleEvent.ReportRejected;

import static org.assertj.core.api.Assertions.assertThat;

class RenamedMetricsTest {
    @Test
    void renamed_metrics_are_given_under_both_names() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        PushMetrics push = new PushMetrics();
        RejectedReportMeters.bindTo(registry);
        NodeMeters.bindPush(registry, push);

        push.connectionOpened();
        RejectedReportMeters.count(registry, new ReportRejected("default", "reverse_string", "unreadable"));

        assertThat(registry.scrape())
                .contains("millrace_push_connections 1.0", "millrace_push_sessions 1.0")
                .contains(
                        "millrace_reports_rejected_total{reason=\"unreadable\"} 1.0",
                        "millrace_reports_refused_total{reason=\"unreadable\"} 1.0");
    }
}
