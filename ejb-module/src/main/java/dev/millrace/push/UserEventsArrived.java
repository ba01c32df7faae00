package dev.millrace.push;

import java.util.List;
import java.util.UUID;

/**
 * CDI event on each node where the user has connections: these events follow that position.
 *
 * @param after the node's position in the user's stream before them
 * @param events at least one, in order, without a hole
 */
public record UserEventsArrived(UUID user, StreamPosition after, List<StoredEvent> events) {}
