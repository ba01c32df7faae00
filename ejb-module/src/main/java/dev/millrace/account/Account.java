package dev.millrace.account;

import java.time.Instant;

/**
 * An account as admins see it.
 *
 * @param disabled whether its person may not sign in
 * @param lastSignInAt null if there was none
 */
public record Account(Profile profile, boolean disabled, Instant createdAt, Instant lastSignInAt) {}
