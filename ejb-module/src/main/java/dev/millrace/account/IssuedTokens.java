package dev.millrace.account;

import java.time.Duration;

/**
 * The tokens of a person who has just signed in or stayed so.
 *
 * @param accessToken a JWT
 * @param accessLife how long it lives
 * @param refreshToken secret, good for one use
 * @param refreshLife how long it lives
 */
public record IssuedTokens(String accessToken, Duration accessLife, String refreshToken, Duration refreshLife) {}
