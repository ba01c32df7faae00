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

    private final Map<PriorityLevel, LevelTags> levels = new HashMap<>();
    private ToIntFunction<UUID> weights = owner -> 1;

    /** What SQL knows of a lane: its virtual time and each owner's last start tag among the waiting. */
    public record PersistedState(long virtualTime, Map<UUID, Long> lastStartTags) {}

    private static final class LevelTags {
        long virtualTime;
        final Map<UUID, Long> finishTags = new HashMap<>();
    }

    public FairQueue() {}

    FairQueue(ToIntFunction<UUID> weights) {
        this.weights = weights;
    }

    @Inject
    void useWeights(UserLimits limits) {
        weights = limits::weight;
    }

    /** @param persistedState asked once for each lane */
    public synchronized long nextStartTag(
            PriorityLevel level, UUID owner, Function<PriorityLevel, PersistedState> persistedState) {
        LevelTags tags = levels.get(level);
        if (tags == null) {
            tags = restore(persistedState.apply(level));
            levels.put(level, tags);
        }
        long start = Math.max(tags.virtualTime, tags.finishTags.getOrDefault(owner, 0L));
        tags.finishTags.put(owner, start + cost(owner));
        return start;
    }

    /** The task's place when it stands in line anew. */
    public long nextStartTag(Task task, Function<PriorityLevel, PersistedState> persistedState) {
        return nextStartTag(PriorityLevel.of(task), task.owner(), persistedState);
    }

    /** Tasks up to these tags were dispatched, here or on another node. */
    public synchronized void advanceVirtualTime(Map<PriorityLevel, Long> virtualTimes) {
        virtualTimes.forEach(this::advanceVirtualTime);
    }

    private void advanceVirtualTime(PriorityLevel level, long virtualTime) {
        LevelTags tags = levels.get(level);
        if (tags == null || virtualTime <= tags.virtualTime) {
            return;
        }
        tags.virtualTime = virtualTime;
        if (tags.finishTags.size() > PRUNE_ABOVE) {
            tags.finishTags.values().removeIf(finish -> finish <= virtualTime);
        }
    }

    /** Forgets the lanes of all other queues. One that comes again is begun from SQL again. */
    public synchronized void retainQueues(Set<String> queues) {
        levels.keySet().removeIf(level -> !queues.contains(level.queue()));
    }

    /** An owner of weight 3 gets three turns while one of weight 1 gets one. */
    private long cost(UUID owner) {
        return Math.max(1, COST / weights.applyAsInt(owner));
    }

    private LevelTags restore(PersistedState persistedState) {
        LevelTags tags = new LevelTags();
        tags.virtualTime = persistedState.virtualTime();
        persistedState.lastStartTags().forEach((owner, tag) -> tags.finishTags.put(owner, tag + cost(owner)));
        return tags;
    }
}
