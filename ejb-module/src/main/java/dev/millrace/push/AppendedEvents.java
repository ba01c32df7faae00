package dev.millrace.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Events that a node published as appended to a user's stream. Nodes read unknown events from the stream.
 *
 * @param before the stream's position before them; null = unknown
 * @param events in order, without a hole; empty = unknown
 */
record AppendedEvents(StreamPosition before, List<StoredEvent> events) {
    /** The node has to read the stream. */
    static final AppendedEvents UNKNOWN = new AppendedEvents(null, List.of());

    /** A node reads more events than these from the stream. */
    static final int MAX_EVENTS = 200;

    /** Separates the parts of a message; see {@code append_events.lua}. */
    private static final String SEPARATOR = "\u001e";

    private static final int USER_LENGTH = 36;
    private static final int FIELDS = 4;
    private static final int FIRST_EVENT = 5;

    /** @return empty if this is not a message about a user's stream */
    static Optional<UUID> parseUser(String message) {
        try {
            return Optional.of(UUID.fromString(message.substring(0, Math.min(USER_LENGTH, message.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Never fails: an unreadable message gives {@link #UNKNOWN}. */
    static AppendedEvents parse(String message) {
        String[] parts = message.split(SEPARATOR, -1);
        int fields = parts.length - FIRST_EVENT;
        if (fields <= 0 || fields % FIELDS != 0) {
            return UNKNOWN;
        }
        try {
            StreamPosition before = new StreamPosition(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]));
            long tag = Long.parseLong(parts[4]);
            List<StoredEvent> events = new ArrayList<>(fields / FIELDS);
            for (int i = FIRST_EVENT; i < parts.length; i += FIELDS) {
                events.add(new StoredEvent(
                        new StreamPosition(before.epoch(), before.offset() + events.size() + 1, tag),
                        parts[i],
                        UUID.fromString(parts[i + 1]),
                        Instant.ofEpochMilli(Long.parseLong(parts[i + 2])),
                        parts[i + 3]));
            }
            return new AppendedEvents(before, events);
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    boolean isKnown() {
        return before != null;
    }

    /** The stream's position after them; null = unknown. */
    StreamPosition after() {
        return isKnown() ? events.get(events.size() - 1).position() : null;
    }

    /** @return both; unknown if one is, if there is a hole between them, or if they are too many to hold */
    AppendedEvents followedBy(AppendedEvents next) {
        if (!isKnown()
                || !after().equals(next.before())
                || events.size() + next.events().size() > MAX_EVENTS) {
            return UNKNOWN;
        }
        List<StoredEvent> all = new ArrayList<>(events);
        all.addAll(next.events());
        return new AppendedEvents(before, all);
    }
}
