package dev.millrace.audit;

import java.util.UUID;

/**
 * A signed-in person who does something.
 *
 * @param id of the account
 * @param username for people
 * @param address from where, null if not known
 */
public record Actor(UUID id, String username, String address) {}
