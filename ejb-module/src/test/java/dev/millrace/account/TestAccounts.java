package dev.millrace.account;

import java.time.Instant;
import java.util.UUID;

import dev.millrace.platform.persistence.TestDatabase;

/** Accounts of a test's database. */
public final class TestAccounts {
    private TestAccounts() {}

    /** @return the id of a new account of this name */
    public static UUID opened(TestDatabase database, String username) {
        UUID id = UUID.randomUUID();
        database.inTransaction(em -> {
            em.persist(new User(id, TestRegistrations.named(username), "hash", false, Instant.EPOCH));
            return null;
        });
        return id;
    }
}
