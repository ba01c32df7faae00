package dev.millrace.push;

import java.util.UUID;

/** CDI event on each node where the user has open sessions: the stream is not complete, each session looks for itself. */
public record UserEventsGap(UUID user) {}
