package dev.millrace.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;

import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Caches the {@code Authorization} headers whose tokens the container has verified. {@link CheckToken} decides whether
 * a token's origin is revoked. Any thread may call it.
 */
final class VerifiedTokenCache {
    /** The time for which Payara by default uses its key before it reads it again. */
    static final Duration CACHE_TTL = Duration.ofMinutes(5);

    static final int MAX_ENTRIES = 5_000;

    private final Map<String, Known> genuine = new ConcurrentHashMap<>();

    private record Known(CredentialValidationResult result, Instant until) {}

    /** @return the verified token; empty if the header is unknown or the token no longer valid */
    Optional<CredentialValidationResult> get(String header, Instant now) {
        return Optional.ofNullable(genuine.get(header))
                .filter(known -> now.isBefore(known.until()))
                .map(Known::result);
    }

    /**
     * Stores a verified token until it expires, at most for {@link #CACHE_TTL}. It stores no invalid token and none
     * that did not come in this header.
     */
    void put(String header, CredentialValidationResult result, Instant now) {
        if (result.getStatus() == Status.VALID
                && result.getCallerPrincipal() instanceof JsonWebToken token
                && header.equals("Bearer " + token.getRawToken())) {
            evict(now);
            Instant latest = now.plus(CACHE_TTL);
            Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
            genuine.put(header, new Known(result, expires.isBefore(latest) ? expires : latest));
        }
    }

    private void evict(Instant now) {
        if (genuine.size() >= MAX_ENTRIES) {
            genuine.values().removeIf(known -> !now.isBefore(known.until()));
        }
        if (genuine.size() >= MAX_ENTRIES) {
            genuine.clear();
        }
    }
}
