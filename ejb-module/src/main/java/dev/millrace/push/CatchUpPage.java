package dev.millrace.push;

import java.util.List;

/**
 * What a user's stream holds after some position.
 *
 * @param recovered false when that position cannot be followed up without a gap; then there are no events
 * @param position the last event's, or where the stream stands now
 * @param events in order
 * @param more whether there are more events after {@code position}
 */
public record CatchUpPage(boolean recovered, StreamPosition position, List<StoredEvent> events, boolean more) {}
