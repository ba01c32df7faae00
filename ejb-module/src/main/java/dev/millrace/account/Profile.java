package dev.millrace.account;

import java.util.Set;
import java.util.UUID;

/**
 * What a person sees of their account.
 *
 * @param firstName null if not given
 * @param lastName null if not given
 * @param roles {@code user}, and more if the person may more
 */
public record Profile(UUID id, String username, String email, String firstName, String lastName, Set<String> roles) {}
