package dev.millrace.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its user sees it.
 *
 * @param lastSeenAt time of its latest access token
 * @param expiresAt when it expires unless it is used before
 * @param address null if unknown
 * @param userAgent null if unknown
 */
public record SessionView(
        UUID id, Instant signedInAt, Instant lastSeenAt, Instant expiresAt, String address, String userAgent) {}
