package dev.millrace.monitoring.statistics;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.millrace.task.QueueCounts;

/** What lies in the queues that this node leads, as last looked at. */
@ApplicationScoped
public class QueueSamples {
    private volatile Map<String, QueueCounts> latest = Map.of();

    /** @return by the queue's name; a queue is missing while another node leads it, or none does */
    public Map<String, QueueCounts> latest() {
        return latest;
    }

    void replace(Map<String, QueueCounts> counts) {
        latest = new TreeMap<>(counts);
    }
}
