package dev.millrace.task;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.limit.UserLimits;

/**
 * Gives each task its start tag: the virtual time at which its owner's turn comes (start-time fair queueing). A user with
 * nothing waiting starts at the queue's present virtual time, so a long backlog of another one is not in the way. Kept
 * in memory on each node; begun from SQL.
 */
@ApplicationScoped
public class FairOrder {
    /** Virtual time that one task of a user of weight 1 takes. */
    static final long COST = 1_000;

    private static final int PRUNE_ABOVE = 10_000;

    private final Map<String, QueueTags> queues = new HashMap<>();
    private ToIntFunction<UUID> weights = owner -> 1;

    /** What SQL knows of a queue: its virtual time and each owner's last start tag among the waiting. */
    public record Beginning(long virtualTime, Map<UUID, Long> lastTags) {}

    private static final class QueueTags {
        long virtualTime;
        final Map<UUID, Long> finishTags = new HashMap<>();
    }

    public FairOrder() {}

    FairOrder(ToIntFunction<UUID> weights) {
        this.weights = weights;
    }

    @Inject
    void weighAs(UserLimits limits) {
        weights = limits::weight;
    }

    /** @param beginning asked once for each queue */
    public synchronized long nextTag(String queue, UUID owner, Supplier<Beginning> beginning) {
        QueueTags tags = queues.get(queue);
        if (tags == null) {
            tags = begin(beginning.get());
            queues.put(queue, tags);
        }
        long start = Math.max(tags.virtualTime, tags.finishTags.getOrDefault(owner, 0L));
        tags.finishTags.put(owner, start + cost(owner));
        return start;
    }

    /** A task with this tag was dispatched, here or on another node. */
    public synchronized void advance(String queue, long virtualTime) {
        QueueTags tags = queues.get(queue);
        if (tags == null || virtualTime <= tags.virtualTime) {
            return;
        }
        tags.virtualTime = virtualTime;
        if (tags.finishTags.size() > PRUNE_ABOVE) {
            tags.finishTags.values().removeIf(finish -> finish <= virtualTime);
        }
    }

    /** An owner of weight 3 gets three turns while one of weight 1 gets one. */
    private long cost(UUID owner) {
        return Math.max(1, COST / weights.applyAsInt(owner));
    }

    private QueueTags begin(Beginning beginning) {
        QueueTags tags = new QueueTags();
        tags.virtualTime = beginning.virtualTime();
        beginning.lastTags().forEach((owner, tag) -> tags.finishTags.put(owner, tag + cost(owner)));
        return tags;
    }
}
