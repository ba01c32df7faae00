package dev.millrace.push;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.millrace.task.TaskEvent;

/**
 * Events waiting to be written to Redis, in bounded memory. It drops events beyond the bound and remembers their
 * owners; beyond a bound of owners, all users count as having missed events.
 */
final class EventBuffer {
    /** Owners of dropped events. */
    record MissedUsers(Set<UUID> users, boolean all) {
        boolean isEmpty() {
            return users.isEmpty() && !all;
        }
    }

    private static final int OVERHEAD = 200;

    private final long maxCharacters;
    private final int maxUsers;
    private final Deque<TaskEvent> events = new ArrayDeque<>();
    private final Set<UUID> missed = new HashSet<>();
    private long characters;
    private boolean allMissed;

    EventBuffer(long maxCharacters, int maxUsers) {
        this.maxCharacters = maxCharacters;
        this.maxUsers = maxUsers;
    }

    synchronized void add(List<TaskEvent> more) {
        for (TaskEvent event : more) {
            if (characters + size(event) <= maxCharacters) {
                events.add(event);
                characters += size(event);
            } else {
                drop(event.owner());
            }
        }
    }

    /** Remembers that this drops an event of the user. */
    synchronized void drop(UUID owner) {
        if (missed.size() < maxUsers) {
            missed.add(owner);
        } else {
            allMissed = true;
        }
    }

    /** @return the oldest, which remain here until {@link #remove} */
    synchronized List<TaskEvent> oldest(int limit) {
        List<TaskEvent> oldest = new ArrayList<>(Math.min(limit, events.size()));
        for (TaskEvent event : events) {
            if (oldest.size() == limit) {
                break;
            }
            oldest.add(event);
        }
        return oldest;
    }

    /** Removes events that {@link #oldest} returned. */
    synchronized void remove(List<TaskEvent> oldest) {
        for (TaskEvent event : oldest) {
            events.remove();
            characters -= size(event);
        }
    }

    synchronized MissedUsers missedUsers() {
        return new MissedUsers(Set.copyOf(missed), allMissed);
    }

    /** Removes users whose gap is marked. */
    synchronized void clearMissed(MissedUsers delivered) {
        missed.removeAll(delivered.users());
        if (delivered.all()) {
            allMissed = false;
        }
    }

    private static long size(TaskEvent event) {
        return OVERHEAD + event.data().length();
    }
}
