package dev.millrace.account;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Lifetimes of sessions, and limits of sign-in.
 *
 * @param accessToken life of an access token
 * @param refreshToken how long an unused session lasts
 * @param sessionLifetime how long a session lasts, however often it is used
 * @param loginFailures how often signing in may fail for one username from one address within a window
 * @param loginWindow how long that window is, from the first failure on
 * @param passwordChecks most passwords that a node hashes at once; 0 = see {@link #passwordsAtOnce}
 * @param passwordWaiting most requests on a node that wait for a password hash; each holds a thread
 * @param passwordWait how long each of them waits at the most
 * @param adminPassword of the first admin; null = the first start makes and prints one
 */
public record AccountSettings(
        Duration accessToken,
        Duration refreshToken,
        Duration sessionLifetime,
        int loginFailures,
        Duration loginWindow,
        int passwordChecks,
        int passwordWaiting,
        Duration passwordWait,
        String adminPassword) {
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    public static AccountSettings from(ConfigReader config) {
        config.parsed("millrace.jwt.private-key", null, KeySet::parse);
        return new AccountSettings(
                config.duration("millrace.accounts.access-token", Duration.ofMinutes(15)),
                config.duration("millrace.accounts.refresh-token", Duration.ofDays(30)),
                config.duration("millrace.tokens.session-lifetime", Duration.ofDays(30)),
                config.number("millrace.accounts.login-failures", 10, 1, 1_000),
                config.duration("millrace.accounts.login-window", Duration.ofMinutes(5)),
                config.number("millrace.accounts.password-checks", 0, 0, 1_000),
                config.number("millrace.accounts.password-waiting", 16, 0, 10_000),
                config.duration(
                        "millrace.accounts.password-wait", Duration.ofSeconds(3), Duration.ofSeconds(1), MAX_WAIT),
                config.secret("millrace.admin.password", "millrace.admin.password-file", text -> text));
    }

    /** @return {@code passwordChecks}; for 0 the number of cores, bounded by a quarter of the heap, and at least one */
    int passwordsAtOnce() {
        if (passwordChecks > 0) {
            return passwordChecks;
        }
        long fit = Runtime.getRuntime().maxMemory() / 4 / Passwords.MEMORY_PER_HASH;
        return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), fit));
    }
}
