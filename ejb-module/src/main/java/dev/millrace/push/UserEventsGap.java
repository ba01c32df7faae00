package dev.millrace.push;

import java.util.UUID;

/**
 * CDI event on each node where the user has connections: the stream has a gap, and each connection checks its own
 * position.
 */
public record UserEventsGap(UUID user) {}
