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
 * Remembers the {@code Authorization} headers whose tokens the container has found to be genuine. Whether what a token came
 * from still stands is asked elsewhere, see {@link CheckToken}. Any thread may call it.
 */
final class VerifiedTokenCache {
    /** As long as Payara goes by default without reading its key anew. */
    static final Duration CACHE_TTL = Duration.ofMinutes(5);

    static final int MAX_ENTRIES = 5_000;

    private final Map<String, Known> genuine = new ConcurrentHashMap<>();

    private record Known(CredentialValidationResult result, Instant until) {}

    /** @return what was found of its token; empty if that is not known or not good any more */
    Optional<CredentialValidationResult> get(String header, Instant now) {
        return Optional.ofNullable(genuine.get(header))
                .filter(known -> now.isBefore(known.until()))
                .map(Known::result);
    }

    /**
     * Remembers what was found until the token expires, at most for {@link #CACHE_TTL}; not if the token is no good or
     * did not come in this header.
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
