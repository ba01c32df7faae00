package dev.millrace.push;

import java.time.Instant;
import java.util.UUID;

/**
 * Whom a session belongs to and for how long.
 *
 * @param user id
 * @param sid the sign-in that the token came from; when it is revoked, the session ends
 * @param username for people
 * @param expiresAt when the token behind it ends, to the second
 */
public record ConnectionIdentity(UUID user, UUID sid, String username, Instant expiresAt) {
    /** {@code <user id> <sign-in id> <expiry in epoch s> <username>}. */
    String toText() {
        return user + " " + sid + " " + expiresAt.getEpochSecond() + " " + username;
    }

    static ConnectionIdentity parse(String text) {
        String[] parts = text.split(" ", 4);
        return new ConnectionIdentity(
                UUID.fromString(parts[0]),
                UUID.fromString(parts[1]),
                parts[3],
                Instant.ofEpochSecond(Long.parseLong(parts[2])));
    }
}
