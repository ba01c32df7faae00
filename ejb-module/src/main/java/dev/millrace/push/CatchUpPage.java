package dev.millrace.push;

import java.util.List;

/**
 * One page of a user's events after a position.
 *
 * @param recovered false when there is a gap after that position; then there are no events
 * @param position the last event's, or the stream's present one
 * @param events in order
 * @param more whether there are more events after {@code position}
 */
public record CatchUpPage(boolean recovered, StreamPosition position, List<StoredEvent> events, boolean more) {}
