package dev.millrace.monitoring.metrics;

import java.time.Duration;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.millrace.task.LossReason;
import dev.millrace.task.TaskState;
import dev.millrace.task.lifecycle.TaskLifecycleEvent;

import static org.assertj.core.api.Assertions.assertThat;

class TaskMetersTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TaskMeters meters = new TaskMeters(registry);

    @Test
    void events_are_counted_by_queue_and_type() {
        meters.onEvent(new TaskLifecycleEvent.Submitted("default", "reverse_string"));
        meters.onEvent(new TaskLifecycleEvent.Submitted("default", "reverse_string"));
        meters.onEvent(new TaskLifecycleEvent.Retried("default", "reverse_string"));
        meters.onEvent(new TaskLifecycleEvent.Finished("default", "reverse_string", TaskState.FAILED));

        assertThat(registry.scrape())
                .contains("millrace_tasks_submitted_total{queue=\"default\",type=\"reverse_string\"} 2.0")
                .contains("millrace_tasks_retried_total{queue=\"default\",type=\"reverse_string\"} 1.0")
                .contains(
                        "millrace_tasks_finished_total{outcome=\"failed\",queue=\"default\",type=\"reverse_string\"} 1.0");
    }

    @Test
    void durations_are_histograms_in_seconds() {
        meters.onEvent(new TaskLifecycleEvent.AttemptStarted("default", "reverse_string", Duration.ofMillis(300)));
        meters.onEvent(new TaskLifecycleEvent.AttemptFinished("default", "reverse_string", Duration.ofSeconds(20)));

        assertThat(registry.scrape())
                .contains("millrace_task_wait_seconds_bucket{queue=\"default\",type=\"reverse_string\",le=\"0.25\"} 0")
                .contains("millrace_task_wait_seconds_bucket{queue=\"default\",type=\"reverse_string\",le=\"0.5\"} 1")
                .contains("millrace_task_run_seconds_sum{queue=\"default\",type=\"reverse_string\"} 20.0");
    }

    @Test
    void loss_counters_start_at_zero_so_that_the_first_loss_is_an_increase() {
        LostClaimMeters.bindTo(registry);
        RejectedReportMeters.bindTo(registry);
        assertThat(registry.scrape())
                .contains("millrace_claims_lost_total{reason=\"untraceable\"} 0.0")
                .contains("millrace_reports_rejected_total{reason=\"unreadable\"} 0.0");

        meters.onEvent(new TaskLifecycleEvent.ClaimLost("default", "reverse_string", LossReason.UNTRACEABLE));
        meters.onEvent(new TaskLifecycleEvent.ReportRejected("default", "reverse_string", "unreadable"));

        assertThat(registry.scrape())
                .contains("millrace_claims_lost_total{reason=\"untraceable\"} 1.0")
                .contains("millrace_reports_rejected_total{reason=\"unreadable\"} 1.0");
    }

    @Test
    void every_metric_has_a_description() {
        meters.onEvent(new TaskLifecycleEvent.Submitted("default", "reverse_string"));

        assertThat(registry.scrape())
                .contains("# HELP millrace_tasks_submitted_total Submitted tasks.")
                .contains("# TYPE millrace_tasks_submitted_total counter");
    }
}
