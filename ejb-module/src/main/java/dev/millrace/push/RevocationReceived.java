package dev.millrace.push;

import java.util.UUID;

/**
 * CDI event on each node: connections of this session or API token must be closed.
 *
 * @param sid id of the session or API token
 */
public record RevocationReceived(UUID sid) {}
