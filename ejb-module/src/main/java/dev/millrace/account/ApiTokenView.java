package dev.millrace.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What its owner is told about an API token.
 *
 * @param lastUsedAt to about a minute, null = never
 */
public record ApiTokenView(
        UUID id, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt, Instant lastUsedAt) {}
