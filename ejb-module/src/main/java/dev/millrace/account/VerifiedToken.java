package dev.millrace.account;

import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The claims of a verified access token or API token; the principal of a request.
 *
 * @param sid the session or the API token that the token came from
 * @param roles names of the roles that the token gives
 * @param scopes of an API token; null for an access token, which is not limited
 */
public record VerifiedToken(
        UUID userId, String username, UUID sid, Set<String> roles, Set<Scope> scopes, Instant expiresAt)
        implements Principal {
    @Override
    public String getName() {
        return username;
    }

    public boolean isApiToken() {
        return scopes != null;
    }

    /** @return true for every access token */
    public boolean allows(Scope scope) {
        return scopes == null || scopes.contains(scope);
    }
}
