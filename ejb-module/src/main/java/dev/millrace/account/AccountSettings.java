package dev.millrace.account;

import java.time.Duration;

import dev.millrace.config.Keys;

/**
 * How long a person stays signed in.
 *
 * @param accessToken life of an access token
 * @param refreshToken how long a session lasts without being used
 * @param loginFailures how often signing in may fail for one username from one address within a window
 * @param loginWindow how long that window is, from the first failure on
 * @param adminPassword of the first admin; null = one is made up and printed at the first start
 */
public record AccountSettings(
        Duration accessToken, Duration refreshToken, int loginFailures, Duration loginWindow, String adminPassword) {
    public static AccountSettings from(Keys keys) {
        return new AccountSettings(
                keys.duration("millrace.accounts.access-token", Duration.ofMinutes(15)),
                keys.duration("millrace.accounts.refresh-token", Duration.ofDays(30)),
                keys.number("millrace.accounts.login-failures", 10, 1, 1_000),
                keys.duration("millrace.accounts.login-window", Duration.ofMinutes(5)),
                keys.text("millrace.admin.password", null));
    }
}
