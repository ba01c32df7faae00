package dev.millrace.web.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;

import dev.millrace.account.Scope;

/** Millrace's own claims, which servers return as texts or as JSON. */
public final class TokenClaims {
    private TokenClaims() {}

    /** @return the sign-in or the API token that the token came from; empty if it has no such claim */
    public static Optional<UUID> sid(JsonWebToken token) {
        return text(token, "sid").map(UUID::fromString);
    }

    /** @return empty unless it is an API token */
    public static Optional<Set<Scope>> scopes(JsonWebToken token) {
        return text(token, "scope").map(Scope::parseClaim);
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return Optional.ofNullable(value)
                .map(it -> it instanceof JsonString text ? text.getString() : String.valueOf(it));
    }
}
