package dev.millrace.push;

import java.time.Instant;
import java.util.UUID;

/**
 * Whom a session belongs to and for how long.
 *
 * @param user id
 * @param username for people
 * @param expiresAt when the token behind it ends, to the second
 */
public record Admission(UUID user, String username, Instant expiresAt) {
    /** {@code <user id> <expiry in epoch s> <username>}. */
    String toText() {
        return user + " " + expiresAt.getEpochSecond() + " " + username;
    }

    static Admission parse(String text) {
        String[] parts = text.split(" ", 3);
        return new Admission(UUID.fromString(parts[0]), parts[2], Instant.ofEpochSecond(Long.parseLong(parts[1])));
    }
}
