package dev.millrace.account;

import java.time.Duration;

/**
 * The tokens of a person who has just signed in or stayed so.
 *
 * @param accessToken a JWT
 * @param accessLifetime how long it lives
 * @param refreshToken secret, good for one use
 * @param refreshLifetime how long it lives
 */
public record IssuedTokens(
        String accessToken, Duration accessLifetime, String refreshToken, Duration refreshLifetime) {}
