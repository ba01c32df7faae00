package dev.millrace.push;

import java.util.UUID;

/** CDI event on each node that has open sessions: whoever came by that sign-in has to go. */
public record RevocationReceived(UUID sid) {}
