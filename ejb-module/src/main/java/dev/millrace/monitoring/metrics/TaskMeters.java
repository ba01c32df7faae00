package dev.millrace.monitoring.metrics;

import java.time.Duration;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import dev.millrace.task.lifecycle.TaskLifecycleEvent;
import dev.millrace.task.lifecycle.TaskLifecycleListener;

/** Counts lifecycle events of this node's tasks, by queue and type. */
@ApplicationScoped
public class TaskMeters implements TaskLifecycleListener, TaskLifecycleEvent.Visitor {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(1)
    };

    private PrometheusMeterRegistry registry;

    /** For the container. */
    protected TaskMeters() {}

    @Inject
    TaskMeters(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onEvent(TaskLifecycleEvent event) {
        event.accept(this);
    }

    @Override
    public void submitted(TaskLifecycleEvent.Submitted event) {
        counter("millrace_tasks_submitted", "Submitted tasks.", event)
                .register(registry)
                .increment();
    }

    @Override
    public void attemptStarted(TaskLifecycleEvent.AttemptStarted event) {
        timer("millrace_task_wait", "Time from when an attempt could start until its handler started.", event)
                .record(event.waitTime());
    }

    @Override
    public void attemptFinished(TaskLifecycleEvent.AttemptFinished event) {
        timer("millrace_task_run", "Run time of handlers, with any outcome.", event)
                .record(event.runTime());
    }

    @Override
    public void retried(TaskLifecycleEvent.Retried event) {
        counter("millrace_tasks_retried", "Retries, automatic and manual.", event)
                .register(registry)
                .increment();
    }

    @Override
    public void claimLost(TaskLifecycleEvent.ClaimLost event) {
        LostClaimMeters.count(registry, event);
    }

    @Override
    public void reportRejected(TaskLifecycleEvent.ReportRejected event) {
        RejectedReportMeters.count(registry, event);
    }

    @Override
    public void finished(TaskLifecycleEvent.Finished event) {
        counter("millrace_tasks_finished", "Finished tasks by outcome.", event)
                .tag("outcome", event.outcome().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    private static Counter.Builder counter(String name, String help, TaskLifecycleEvent event) {
        return Counter.builder(name)
                .description(help)
                .tag("queue", event.queue())
                .tag("type", event.type());
    }

    private Timer timer(String name, String help, TaskLifecycleEvent event) {
        return Timer.builder(name)
                .description(help)
                .tag("queue", event.queue())
                .tag("type", event.type())
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
