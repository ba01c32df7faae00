package dev.millrace.account;

import java.util.UUID;

/** CDI event of a transaction that revokes a session or an API token. */
public record TokensRevoked(UUID sid) {}
