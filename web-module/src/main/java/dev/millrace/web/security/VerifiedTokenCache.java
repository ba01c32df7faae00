package dev.millrace.web.security;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.millrace.account.VerifiedToken;

/**
 * Caches tokens that were verified, until they expire. {@link CheckToken} decides whether a token's origin is revoked.
 * Any thread may call it.
 */
final class VerifiedTokenCache {
    static final int MAX_ENTRIES = 5_000;

    private final Map<String, VerifiedToken> verified = new ConcurrentHashMap<>();

    /** @return the verified token; empty if the text is unknown or the token has expired */
    Optional<VerifiedToken> get(String text, Instant now) {
        return Optional.ofNullable(verified.get(text)).filter(token -> now.isBefore(token.expiresAt()));
    }

    void put(String text, VerifiedToken token, Instant now) {
        if (verified.size() >= MAX_ENTRIES) {
            verified.values().removeIf(known -> !now.isBefore(known.expiresAt()));
        }
        if (verified.size() >= MAX_ENTRIES) {
            verified.clear();
        }
        verified.put(text, token);
    }
}
