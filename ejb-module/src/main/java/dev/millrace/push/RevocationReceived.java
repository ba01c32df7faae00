package dev.millrace.push;

import java.util.UUID;

/**
 * CDI event on each node: it must close connections of this session or API token.
 *
 * @param sid id of the session or API token
 */
public record RevocationReceived(UUID sid) {}
