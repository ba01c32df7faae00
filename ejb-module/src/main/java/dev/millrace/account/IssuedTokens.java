package dev.millrace.account;

import java.time.Duration;

/**
 * The tokens after a sign-in or a refresh.
 *
 * @param accessToken a JWT
 * @param accessLifetime lifetime of the access token
 * @param refreshToken secret, valid for one use
 * @param refreshLifetime lifetime of the refresh token
 */
public record IssuedTokens(
        String accessToken, Duration accessLifetime, String refreshToken, Duration refreshLifetime) {}
