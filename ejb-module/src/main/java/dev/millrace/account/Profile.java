package dev.millrace.account;

import java.util.Set;
import java.util.UUID;

/**
 * A user's view of the own account.
 *
 * @param firstName null if not given
 * @param lastName null if not given
 * @param roles {@code user}, and any further ones
 */
public record Profile(UUID id, String username, String email, String firstName, String lastName, Set<String> roles) {}
