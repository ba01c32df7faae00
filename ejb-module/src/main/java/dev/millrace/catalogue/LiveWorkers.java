package dev.millrace.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.contract.WorkerHeartbeat;

/**
 * The workers with a heartbeat, as last read; a loop calls {@link #refresh}, and all other methods answer from memory.
 */
@ApplicationScoped
public class LiveWorkers {
    /** Most workers that this reads. */
    private static final int MAX_WORKERS = 10_000;

    private static final Duration REMOVE_AFTER = Duration.ofMinutes(1);

    private UnifiedJedis redis;
    private HeartbeatTracker heartbeatTracker;
    private volatile List<WorkerHeartbeat> latest = List.of();

    /** For the container. */
    protected LiveWorkers() {}

    @Inject
    public LiveWorkers(UnifiedJedis redis, Clock clock) {
        this.redis = redis;
        this.heartbeatTracker = new HeartbeatTracker(clock);
    }

    /** @return the heartbeats as last read, with times by this server's clock; never null */
    public List<WorkerHeartbeat> latest() {
        return latest;
    }

    /** @throws WorkerNotFound if no live worker has this id */
    public WorkerHeartbeat get(String id) {
        return latest().stream()
                .filter(heartbeat -> heartbeat.worker().equals(id))
                .findFirst()
                .orElseThrow(WorkerNotFound::new);
    }

    /** @return how many workers that take new tasks offer this type */
    public int countOffering(String type) {
        return (int) latest().stream()
                .filter(heartbeat -> heartbeat.takesTasks() && heartbeat.types().contains(type))
                .count();
    }

    /** @return how many workers that take new tasks read this queue */
    public int countReading(String queue) {
        return (int) latest().stream()
                .filter(heartbeat ->
                        heartbeat.takesTasks() && heartbeat.queues().contains(queue))
                .count();
    }

    /** @return how many workers that take new tasks read this queue and offer this type */
    public int countServing(String type, String queue) {
        return (int) latest().stream()
                .filter(heartbeat -> heartbeat.takesTasks()
                        && heartbeat.queues().contains(queue)
                        && heartbeat.types().contains(type))
                .count();
    }

    /** @return for each queue, by name, how many workers read it, take new tasks and offer this type */
    public SortedMap<String, Integer> queuesOf(String type) {
        SortedMap<String, Integer> queues = new TreeMap<>();
        latest().stream()
                .filter(heartbeat -> heartbeat.takesTasks() && heartbeat.types().contains(type))
                .flatMap(heartbeat -> heartbeat.queues().stream().distinct())
                .forEach(queue -> queues.merge(queue, 1, Integer::sum));
        return queues;
    }

    /** @return the slots of all workers that read this queue and take new tasks */
    public int slotsOf(String queue) {
        return latest().stream()
                .filter(heartbeat ->
                        heartbeat.takesTasks() && heartbeat.queues().contains(queue))
                .mapToInt(WorkerHeartbeat::slots)
                .sum();
    }

    /** @return whether the set of workers has changed since the last call */
    public boolean refresh() {
        List<WorkerHeartbeat> heartbeats = new ArrayList<>();
        List<String> ids = redis.zrange(RedisNames.WORKERS, 0, MAX_WORKERS - 1);
        for (String id : ids) {
            Map<String, String> fields = redis.hgetAll(RedisNames.worker(id));
            if (!fields.isEmpty()) {
                add(heartbeats, id, fields);
            } else if (heartbeatTracker.missingFor(id).compareTo(REMOVE_AFTER) > 0) {
                redis.zrem(RedisNames.WORKERS, id);
            }
        }
        heartbeatTracker.retain(Set.copyOf(ids));
        boolean changed = !ids(heartbeats).equals(ids(latest));
        latest = List.copyOf(heartbeats);
        return changed;
    }

    private void add(List<WorkerHeartbeat> heartbeats, String id, Map<String, String> fields) {
        try {
            WorkerHeartbeat heartbeat = WorkerHeartbeat.fromFields(fields);
            if (heartbeat.worker().equals(id)) {
                heartbeats.add(heartbeatTracker.adjusted(heartbeat));
            } else {
                heartbeatTracker.reportUnreadable(id, "it belongs to another worker");
            }
        } catch (UnreadableMessage e) {
            heartbeatTracker.reportUnreadable(id, e.getMessage());
        }
    }

    private static List<String> ids(List<WorkerHeartbeat> heartbeats) {
        return heartbeats.stream()
                .map(heartbeat -> heartbeat.worker() + heartbeat.takesTasks())
                .sorted()
                .toList();
    }
}
