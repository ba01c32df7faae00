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
 * Gives each task its start tag: the virtual time of its dispatch within its owner's share (start-time fair queueing).
 * A user without waiting tasks starts at its priority level's present virtual time, so another user's long backlog does
 * not delay it. Each node holds it in memory and loads it from SQL.
 */
@ApplicationScoped
public class FairQueue {
    /** Virtual time that one task of a user of weight 1 takes. */
    static final long COST = 1_000;

    private static final int PRUNE_ABOVE = 10_000;

    private final Map<PriorityLevel, LevelTags> levels = new HashMap<>();
    private ToIntFunction<UUID> weights = owner -> 1;

    /** A priority level's state in SQL: its virtual time and each owner's last start tag among the waiting tasks. */
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

    /** @param persistedState called once for each priority level */
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

    /** The start tag of a task that enters the queue again. */
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

    /** Removes the priority levels of all other queues. The next use of a removed one loads it from SQL again. */
    public synchronized void retainQueues(Set<String> queues) {
        levels.keySet().removeIf(level -> !queues.contains(level.queue()));
    }

    /** For an owner of weight 3 three tasks are dispatched for each one of an owner of weight 1. */
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
