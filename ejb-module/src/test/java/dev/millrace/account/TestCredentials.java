package dev.millrace.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.persistence.EntityManager;

import dev.millrace.platform.config.ConfigReader;

/** Credentials within a test's transaction. */
final class TestCredentials {
    private static final AccountSettings SETTINGS = AccountSettings.from(new ConfigReader(key -> Optional.empty()));

    private TestCredentials() {}

    static Credentials of(EntityManager em, Clock clock) {
        return of(em, clock, new CopyOnWriteArrayList<>());
    }

    /** @param revoked gets the ended sessions */
    static Credentials of(EntityManager em, Clock clock, List<UUID> revoked) {
        return of(em, clock, revoked, new PasswordPermits(SETTINGS));
    }

    static Credentials of(EntityManager em, Clock clock, List<UUID> revoked, PasswordPermits permits) {
        return new Credentials(
                new Accounts(em, clock),
                new Sessions(em, SETTINGS, clock, Revocations.addedTo(revoked)),
                new ApiTokens(em, clock, Revocations.addedTo(revoked)),
                new UsualAddresses(em, clock),
                new LoginThrottle(SETTINGS, clock),
                permits);
    }

    /** It hashes one password at a time, and no caller waits. */
    static PasswordPermits oneAtATime() {
        Map<String, String> keys =
                Map.of("millrace.accounts.password-checks", "1", "millrace.accounts.password-waiting", "0");
        return new PasswordPermits(AccountSettings.from(new ConfigReader(key -> Optional.ofNullable(keys.get(key)))));
    }
}
