package dev.millrace.push;

import java.util.List;
import java.util.UUID;

/**
 * CDI event on each node where the user has open sessions: these events came after that position.
 *
 * @param after where the node had been in the user's stream
 * @param events at least one, in order, without a hole
 */
public record UserEventsArrived(UUID user, StreamPosition after, List<StoredEvent> events) {}
