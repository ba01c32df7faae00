package dev.millrace.monitoring.jmx;

import java.util.List;
import java.util.function.Function;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.catalogue.WorkerNotFound;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.contract.WorkerLoad;

/** Each attribute fails with {@link WorkerNotFound} once the worker is dead; the bean is removed soon after. */
final class JmxWorker implements WorkerMXBean {
    private final String id;
    private final LiveWorkers workers;

    JmxWorker(String id, LiveWorkers workers) {
        this.id = id;
        this.workers = workers;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getHost() {
        return heartbeat().host();
    }

    @Override
    public long getPid() {
        return heartbeat().pid();
    }

    @Override
    public String getVersion() {
        return heartbeat().version();
    }

    @Override
    public String getStartedAt() {
        return heartbeat().startedAt().toString();
    }

    @Override
    public String getLastSeenAt() {
        return heartbeat().at().toString();
    }

    @Override
    public List<String> getQueues() {
        return heartbeat().queues();
    }

    @Override
    public List<String> getTypes() {
        return heartbeat().types();
    }

    @Override
    public int getSlots() {
        return heartbeat().slots();
    }

    @Override
    public int getBusy() {
        return heartbeat().heldClaims().size();
    }

    @Override
    public boolean isQuiet() {
        return heartbeat().quiet();
    }

    @Override
    public boolean isStopping() {
        return heartbeat().stopping();
    }

    @Override
    public Double getCpu() {
        return load(WorkerLoad::cpu);
    }

    @Override
    public Long getHeapUsed() {
        return load(WorkerLoad::memoryUsed);
    }

    @Override
    public Long getHeapMax() {
        return load(WorkerLoad::memoryMax);
    }

    private WorkerHeartbeat heartbeat() {
        return workers.get(id);
    }

    private <T> T load(Function<WorkerLoad, T> reading) {
        WorkerLoad load = heartbeat().load();
        return load == null ? null : reading.apply(load);
    }
}
