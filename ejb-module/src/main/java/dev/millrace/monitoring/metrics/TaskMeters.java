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
public class TaskMeters implements TaskLifecycleListener {
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
        if (event instanceof TaskLifecycleEvent.Submitted) {
            counter("millrace_tasks_submitted", "Submitted tasks.", event)
                    .register(registry)
                    .increment();
        } else if (event instanceof TaskLifecycleEvent.AttemptStarted started) {
            timer("millrace_task_wait", "Time from when an attempt could start until its handler started.", event)
                    .record(started.waitTime());
        } else if (event instanceof TaskLifecycleEvent.AttemptFinished finished) {
            timer("millrace_task_run", "Run time of handlers, with any outcome.", event)
                    .record(finished.runTime());
        } else if (event instanceof TaskLifecycleEvent.Retried) {
            counter("millrace_tasks_retried", "Retries, automatic and manual.", event)
                    .register(registry)
                    .increment();
        } else if (event instanceof TaskLifecycleEvent.ClaimLost lost) {
            LossMeters.count(registry, lost);
        } else if (event instanceof TaskLifecycleEvent.ReportRejected rejected) {
            LossMeters.count(registry, rejected);
        } else if (event instanceof TaskLifecycleEvent.Finished finished) {
            counter("millrace_tasks_finished", "Finished tasks by outcome.", event)
                    .tag("outcome", finished.outcome().name().toLowerCase(Locale.ROOT))
                    .register(registry)
                    .increment();
        }
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
