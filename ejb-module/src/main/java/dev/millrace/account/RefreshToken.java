package dev.millrace.account;

import java.time.Duration;
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
    /** For tabs without a common lock and requests that are retried: from the first use on, the same token is accepted. */
    static final Duration GRACE = Duration.ofSeconds(10);

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

    @Column(name = "used_at")
    private Instant usedAt;

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

    /** @return whether it was used so long ago that another use is none of the same client's */
    boolean isReplayed(Instant now) {
        return used && (usedAt == null || !now.isBefore(usedAt.plus(GRACE)));
    }

    void use(Instant now) {
        if (!used) {
            used = true;
            usedAt = now;
        }
    }
}
