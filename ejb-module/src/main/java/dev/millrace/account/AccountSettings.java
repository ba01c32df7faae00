package dev.millrace.account;

import java.time.Duration;

import dev.millrace.config.Keys;

/**
 * How long a person stays signed in.
 *
 * @param accessToken life of an access token
 * @param refreshToken how long a session lasts without being used
 * @param adminPassword of the first admin; null = one is made up and printed at the first start
 */
public record AccountSettings(Duration accessToken, Duration refreshToken, String adminPassword) {
    public static AccountSettings from(Keys keys) {
        return new AccountSettings(
                keys.duration("millrace.accounts.access-token", Duration.ofMinutes(15)),
                keys.duration("millrace.accounts.refresh-token", Duration.ofDays(30)),
                keys.text("millrace.admin.password", null));
    }
}
