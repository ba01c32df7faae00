package dev.millrace.monitoring.jmx;

import java.util.List;
import java.util.function.Function;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.catalogue.WorkerNotFound;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.contract.WorkerLoad;

/** Once the worker is gone, each attribute fails with {@link WorkerNotFound}; the bean goes soon after. */
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
        return beat().host();
    }

    @Override
    public long getPid() {
        return beat().pid();
    }

    @Override
    public String getVersion() {
        return beat().version();
    }

    @Override
    public String getStartedAt() {
        return beat().startedAt().toString();
    }

    @Override
    public String getLastSeenAt() {
        return beat().at().toString();
    }

    @Override
    public List<String> getQueues() {
        return beat().queues();
    }

    @Override
    public List<String> getTypes() {
        return beat().types();
    }

    @Override
    public int getSlots() {
        return beat().slots();
    }

    @Override
    public int getBusy() {
        return beat().running().size();
    }

    @Override
    public boolean isQuiet() {
        return beat().quiet();
    }

    @Override
    public boolean isStopping() {
        return beat().stopping();
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

    private WorkerHeartbeat beat() {
        return workers.named(id);
    }

    private <T> T load(Function<WorkerLoad, T> figure) {
        WorkerLoad load = beat().load();
        return load == null ? null : figure.apply(load);
    }
}
