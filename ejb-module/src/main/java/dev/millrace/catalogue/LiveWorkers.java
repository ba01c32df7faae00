package dev.millrace.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.contract.WorkerHeartbeat;

/** The workers whose heart beats, as last read; {@link #read} is called by a loop, the rest answers from memory. */
@ApplicationScoped
public class LiveWorkers {
    private static final Logger LOG = System.getLogger(LiveWorkers.class.getName());
    private static final Duration FORGET_AFTER = Duration.ofMinutes(1);

    @Inject
    private UnifiedJedis redis;

    @Inject
    private Clock clock;

    private volatile List<WorkerHeartbeat> latest = List.of();

    public LiveWorkers() {}

    LiveWorkers(UnifiedJedis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** @return the beats as last read; never null */
    public List<WorkerHeartbeat> latest() {
        return latest;
    }

    /** @throws WorkerNotFound if none of this id is alive */
    public WorkerHeartbeat named(String id) {
        return latest.stream()
                .filter(beat -> beat.worker().equals(id))
                .findFirst()
                .orElseThrow(() -> new WorkerNotFound(id));
    }

    /** @return how many workers that take new tasks offer this type */
    public int offering(String type) {
        return (int) latest.stream()
                .filter(beat -> beat.takesTasks() && beat.types().contains(type))
                .count();
    }

    /** @return how many workers that take new tasks read this queue */
    public int of(String queue) {
        return (int) latest.stream()
                .filter(beat -> beat.takesTasks() && beat.queues().contains(queue))
                .count();
    }

    /** @return the slots of all workers that take new tasks of this queue */
    public int slots(String queue) {
        return latest.stream()
                .filter(beat -> beat.takesTasks() && beat.queues().contains(queue))
                .mapToInt(WorkerHeartbeat::slots)
                .sum();
    }

    /** @return whether the set of workers has changed since the last time */
    public boolean read() {
        List<WorkerHeartbeat> beats = new ArrayList<>();
        Instant longAgo = clock.instant().minus(FORGET_AFTER);
        for (String id : redis.zrange(RedisNames.WORKERS, 0, -1)) {
            Map<String, String> fields = redis.hgetAll(RedisNames.worker(id));
            if (fields.isEmpty()) {
                forget(id, longAgo);
            } else {
                add(beats, id, fields);
            }
        }
        boolean changed = !ids(beats).equals(ids(latest));
        latest = List.copyOf(beats);
        return changed;
    }

    private void forget(String id, Instant longAgo) {
        Double beatAt = redis.zscore(RedisNames.WORKERS, id);
        if (beatAt != null && beatAt < longAgo.toEpochMilli()) {
            redis.zrem(RedisNames.WORKERS, id);
        }
    }

    private static void add(List<WorkerHeartbeat> beats, String id, Map<String, String> fields) {
        try {
            beats.add(WorkerHeartbeat.fromFields(fields));
        } catch (UnreadableMessage e) {
            LOG.log(Level.WARNING, "worker {0} beats unreadably: {1}", id, e.getMessage());
        }
    }

    private static List<String> ids(List<WorkerHeartbeat> beats) {
        return beats.stream()
                .map(beat -> beat.worker() + beat.takesTasks())
                .sorted()
                .toList();
    }
}
