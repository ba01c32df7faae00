package dev.millrace.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An issued refresh token; SQL stores only its hash. */
@Entity
@Table(name = "mr_refresh_token")
public class RefreshToken {
    @Id
    @Column(name = "token_hash")
    private String hash;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private boolean used;

    protected RefreshToken() {}

    RefreshToken(String hash, UUID sessionId, UUID userId, Instant expiresAt) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.userId = userId;
        this.expiresAt = expiresAt;
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    boolean isUsed() {
        return used;
    }

    void markUsed() {
        used = true;
    }
}
