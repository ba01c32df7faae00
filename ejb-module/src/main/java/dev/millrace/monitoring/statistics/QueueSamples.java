package dev.millrace.monitoring.statistics;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.millrace.task.QueueCounts;

/** The last counts of the queues that this node leads. */
@ApplicationScoped
public class QueueSamples {
    private volatile Map<String, QueueCounts> latest = Map.of();

    /** @return by the queue's name; a queue is missing unless this node leads it */
    public Map<String, QueueCounts> latest() {
        return latest;
    }

    void replace(Map<String, QueueCounts> counts) {
        latest = new TreeMap<>(counts);
    }
}
