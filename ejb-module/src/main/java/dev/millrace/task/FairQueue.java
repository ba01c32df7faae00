package dev.millrace.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.limit.UserLimits;

/**
 * Gives each task its start tag: the virtual time at which its owner's turn comes (start-time fair queueing). A user with
 * nothing waiting starts at its lane's present virtual time, so a long backlog of another one is not in the way. Kept
 * in memory on each node; begun from SQL.
 */
@ApplicationScoped
public class FairQueue {
    /** Virtual time that one task of a user of weight 1 takes. */
    static final long COST = 1_000;

    private static final int PRUNE_ABOVE = 10_000;

    private final Map<PriorityLevel, LevelTags> lanes = new HashMap<>();
    private ToIntFunction<UUID> weights = owner -> 1;

    /** What SQL knows of a lane: its virtual time and each owner's last start tag among the waiting. */
    public record PersistedState(long virtualTime, Map<UUID, Long> lastTags) {}

    private static final class LevelTags {
        long virtualTime;
        final Map<UUID, Long> finishTags = new HashMap<>();
    }

    public FairQueue() {}

    FairQueue(ToIntFunction<UUID> weights) {
        this.weights = weights;
    }

    @Inject
    void weighAs(UserLimits limits) {
        weights = limits::weight;
    }

    /** @param beginning asked once for each lane */
    public synchronized long nextTag(
            PriorityLevel lane, UUID owner, Function<PriorityLevel, PersistedState> beginning) {
        LevelTags tags = lanes.get(lane);
        if (tags == null) {
            tags = begin(beginning.apply(lane));
            lanes.put(lane, tags);
        }
        long start = Math.max(tags.virtualTime, tags.finishTags.getOrDefault(owner, 0L));
        tags.finishTags.put(owner, start + cost(owner));
        return start;
    }

    /** The task's place when it stands in line anew. */
    public long nextTag(Task task, Function<PriorityLevel, PersistedState> beginning) {
        return nextTag(PriorityLevel.of(task), task.owner(), beginning);
    }

    /** Tasks up to these tags were dispatched, here or on another node. */
    public synchronized void advance(Map<PriorityLevel, Long> virtualTimes) {
        virtualTimes.forEach(this::advance);
    }

    private void advance(PriorityLevel lane, long virtualTime) {
        LevelTags tags = lanes.get(lane);
        if (tags == null || virtualTime <= tags.virtualTime) {
            return;
        }
        tags.virtualTime = virtualTime;
        if (tags.finishTags.size() > PRUNE_ABOVE) {
            tags.finishTags.values().removeIf(finish -> finish <= virtualTime);
        }
    }

    /** Forgets the lanes of all other queues. One that comes again is begun from SQL again. */
    public synchronized void keepOnly(Set<String> queues) {
        lanes.keySet().removeIf(lane -> !queues.contains(lane.queue()));
    }

    /** An owner of weight 3 gets three turns while one of weight 1 gets one. */
    private long cost(UUID owner) {
        return Math.max(1, COST / weights.applyAsInt(owner));
    }

    private LevelTags begin(PersistedState beginning) {
        LevelTags tags = new LevelTags();
        tags.virtualTime = beginning.virtualTime();
        beginning.lastTags().forEach((owner, tag) -> tags.finishTags.put(owner, tag + cost(owner)));
        return tags;
    }
}
