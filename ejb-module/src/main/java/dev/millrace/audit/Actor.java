package dev.millrace.audit;

import java.util.UUID;

/**
 * The signed-in user of an action.
 *
 * @param id of the account
 * @param username for people
 * @param address of the client, null if unknown
 */
public record Actor(UUID id, String username, String address) {}
