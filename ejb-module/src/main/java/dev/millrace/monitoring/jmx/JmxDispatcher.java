package dev.millrace.monitoring.jmx;

import java.util.Objects;
import java.util.Set;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.dispatch.Dispatcher;
import dev.millrace.monitoring.health.HealthMonitor;

final class JmxDispatcher implements DispatcherMXBean {
    private final String node;
    private final Dispatcher dispatcher;
    private final HealthMonitor health;
    private final LiveWorkers workers;

    JmxDispatcher(String node, Dispatcher dispatcher, HealthMonitor health, LiveWorkers workers) {
        this.node = node;
        this.dispatcher = dispatcher;
        this.health = health;
        this.workers = workers;
    }

    @Override
    public String getNode() {
        return node;
    }

    @Override
    public Set<String> getQueues() {
        return dispatcher.queues();
    }

    @Override
    public Set<String> getLeads() {
        return dispatcher.leadingQueues();
    }

    @Override
    public boolean isDatabaseUp() {
        return health.now().database();
    }

    @Override
    public boolean isRedisUp() {
        return health.now().redis().isUp();
    }

    @Override
    public String getRedisState() {
        return health.now().redis().state().name();
    }

    @Override
    public String getRedisReason() {
        return Objects.requireNonNullElse(health.now().redis().reason(), "");
    }

    @Override
    public boolean isLeadershipUp() {
        return health.now().leadership();
    }

    @Override
    public int getWorkers() {
        return workers.latest().size();
    }

    @Override
    public int getSlots() {
        return workers.latest().stream().mapToInt(WorkerHeartbeat::slots).sum();
    }

    @Override
    public int getBusySlots() {
        return workers.latest().stream()
                .mapToInt(heartbeat -> heartbeat.heldClaims().size())
                .sum();
    }
}
