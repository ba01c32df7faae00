package dev.millrace.account;

import java.util.UUID;

/**
 * An account's stored password, for comparison. Read in a transaction of its own, so that none is open while a password
 * is hashed.
 *
 * @param hash with its algorithm, parameters and salt
 */
public record StoredPassword(UUID user, String username, String email, String hash) {
    @Override
    public String toString() {
        return "StoredPassword of " + user;
    }
}
