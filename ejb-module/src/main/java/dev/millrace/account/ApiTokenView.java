package dev.millrace.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An API token as its owner sees it.
 *
 * @param lastUsedAt to about a minute, null = never
 */
public record ApiTokenView(
        UUID id, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt, Instant lastUsedAt) {}
