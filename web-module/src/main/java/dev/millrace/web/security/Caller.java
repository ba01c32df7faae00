package dev.millrace.web.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.jwt.JsonWebToken;

/** The signed-in user of this request. */
@RequestScoped
public class Caller {
    @Inject
    private JsonWebToken token;

    public UUID id() {
        return UUID.fromString(token.getSubject());
    }

    public String username() {
        return token.getName();
    }

    public Set<String> roles() {
        return token.getGroups();
    }

    public Instant tokenExpiresAt() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }
}
