package dev.millrace.monitoring.jmx;

import java.util.function.Function;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.monitoring.statistics.QueueSamples;
import dev.millrace.task.QueueCounts;

final class JmxQueue implements QueueMXBean {
    private final String name;
    private final QueueSamples samples;
    private final LiveWorkers workers;

    JmxQueue(String name, QueueSamples samples, LiveWorkers workers) {
        this.name = name;
        this.samples = samples;
        this.workers = workers;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLedHere() {
        return samples.latest().containsKey(name);
    }

    @Override
    public Integer getWaiting() {
        return read(QueueCounts::waiting);
    }

    @Override
    public Integer getDelayed() {
        return read(QueueCounts::delayed);
    }

    @Override
    public Integer getParked() {
        return read(QueueCounts::parked);
    }

    @Override
    public Integer getKept() {
        return getParked();
    }

    @Override
    public Integer getBlocked() {
        return read(QueueCounts::blocked);
    }

    @Override
    public Integer getInFlight() {
        return read(QueueCounts::inFlight);
    }

    @Override
    public String getOldestWaitingAt() {
        Object time = read(QueueCounts::oldestWaitingAt);
        return time == null ? null : time.toString();
    }

    @Override
    public int getWorkers() {
        return workers.countReading(name);
    }

    @Override
    public int getSlots() {
        return workers.slotsOf(name);
    }

    private <T> T read(Function<QueueCounts, T> reading) {
        QueueCounts latest = samples.latest().get(name);
        return latest == null ? null : reading.apply(latest);
    }
}
