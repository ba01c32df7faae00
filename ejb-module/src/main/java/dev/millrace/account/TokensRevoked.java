package dev.millrace.account;

import java.util.UUID;

/** CDI event of a transaction after which a sign-in, or an API token, does not count any more. */
public record TokensRevoked(UUID sid) {}
