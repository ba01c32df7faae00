package dev.millrace.monitoring.metrics;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.monitoring.health.HealthMonitor;
import dev.millrace.platform.redis.RedisStatus;
import dev.millrace.push.PushMetrics;

/** Metrics of live workers, of this node's connections, and of its dependencies. */
@ApplicationScoped
public class NodeMeters {
    private LiveWorkers workers;
    private PushMetrics push;
    private HealthMonitor health;

    /** For the container. */
    protected NodeMeters() {}

    @Inject
    NodeMeters(LiveWorkers workers, PushMetrics push, HealthMonitor health) {
        this.workers = workers;
        this.push = push;
        this.health = health;
    }

    void bindTo(MeterRegistry registry) {
        workers(registry, "active", WorkerHeartbeat::takesTasks);
        workers(registry, "quiet", heartbeat -> heartbeat.quiet() && !heartbeat.stopping());
        workers(registry, "stopping", WorkerHeartbeat::stopping);
        gauge(
                registry,
                "millrace_slots",
                "How many tasks all live workers can run at once.",
                () -> heartbeats().stream().mapToInt(WorkerHeartbeat::slots).sum());
        gauge(registry, "millrace_slots_busy", "How many tasks all live workers hold.", () -> heartbeats().stream()
                .mapToInt(heartbeat -> heartbeat.heldClaims().size())
                .sum());
        bindPush(registry, push);
        gauge(
                registry,
                "millrace_database_up",
                "1 while the database answers.",
                () -> asNumber(health.now().database()));
        gauge(
                registry,
                "millrace_redis_up",
                "1 while Redis answers and accepts writes.",
                () -> asNumber(health.now().redis().isUp()));
        gauge(
                registry,
                "millrace_redis_refusing",
                "1 while Redis answers, but rejects a command that Millrace needs.",
                () -> asNumber(health.now().redis().state() == RedisStatus.State.REFUSING));
        gauge(
                registry,
                "millrace_leadership_up",
                "1 while every queue has a leader.",
                () -> asNumber(health.now().leadership()));
        gauge(registry, "millrace_loops_stuck", "Loops of this node whose round is stuck.", () -> health.now()
                .stuckLoops()
                .size());
    }

    static void bindPush(MeterRegistry registry, PushMetrics push) {
        gauge(registry, "millrace_push_connections", "Open connections of this node.", push::connections);
        gauge(registry, "millrace_push_sessions", "Former name of millrace_push_connections.", push::connections);
        FunctionCounter.builder("millrace_push_frames", push, PushMetrics::frames)
                .description("Frames sent to clients, including keepalives.")
                .register(registry);
    }

    private void workers(MeterRegistry registry, String state, Predicate<WorkerHeartbeat> isInState) {
        Gauge.builder(
                        "millrace_workers",
                        () -> heartbeats().stream().filter(isInState).count())
                .description("Live workers.")
                .tag("state", state)
                .strongReference(true)
                .register(registry);
    }

    private List<WorkerHeartbeat> heartbeats() {
        return workers.latest();
    }

    private static void gauge(MeterRegistry registry, String name, String help, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).strongReference(true).register(registry);
    }

    private static int asNumber(boolean up) {
        return up ? 1 : 0;
    }
}
