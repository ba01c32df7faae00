package dev.millrace.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.platform.id.UuidV7;

/** A token for a person's scripts. The signed token is valid while its row exists; the row does not contain it. */
@Entity
@Table(name = "mr_api_token")
public class ApiToken {
    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    private String name;
    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected ApiToken() {}

    ApiToken(UUID userId, TokenRequest request, Instant now) {
        this.id = UuidV7.generate();
        this.userId = userId;
        this.name = request.name();
        this.scopes = Scope.claim(request.scopes());
        this.createdAt = now;
        this.expiresAt = now.plus(request.lifetime());
    }

    /**
     * Values of a new token.
     *
     * @param name for people, at most 100 characters
     * @param scopes at least one
     */
    public record TokenRequest(String name, Set<Scope> scopes, Duration lifetime) {}

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    String name() {
        return name;
    }

    Set<Scope> scopes() {
        return Scope.parseClaim(scopes);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    ApiTokenView view() {
        return new ApiTokenView(id, name, scopes(), createdAt, expiresAt, lastUsedAt);
    }
}
