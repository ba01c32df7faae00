package dev.millrace.account;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person is told about one of their sign-ins.
 *
 * @param lastSeenAt when it got its latest access token
 * @param expiresAt when it ends if it is not used until then
 * @param address null if not known
 * @param userAgent null if not known
 */
public record SessionView(
        UUID id, Instant signedInAt, Instant lastSeenAt, Instant expiresAt, String address, String userAgent) {}
