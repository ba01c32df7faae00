package dev.millrace.push;

import java.time.Instant;
import java.util.UUID;

/**
 * The user behind a connection, and its expiry.
 *
 * @param user id
 * @param sid id of the session or API token that the access token came from; its revocation closes the connection
 * @param username for people
 * @param expiresAt expiry of the access token, to the second
 */
public record ConnectionIdentity(UUID user, UUID sid, String username, Instant expiresAt) {
    /** {@code <user id> <sid> <expiry in epoch s> <username>}. */
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
