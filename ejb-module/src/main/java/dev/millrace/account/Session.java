package dev.millrace.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A session. Refreshing or ending it locks its row. */
@Entity
@Table(name = "mr_session")
class Session {
    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "signed_in_at")
    private Instant signedInAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    protected Session() {}

    Session(UUID id, UUID userId, Instant now) {
        this.id = id;
        this.userId = userId;
        this.signedInAt = now;
    }

    /** Records a use by a client, which prolongs the session up to its lifetime. */
    void use(Client client, Instant now, AccountSettings settings) {
        this.address = client.address();
        this.userAgent = client.userAgent();
        this.lastSeenAt = now;
        Instant unused = now.plus(settings.refreshToken());
        Instant end = signedInAt.plus(settings.sessionLifetime());
        this.expiresAt = unused.isBefore(end) ? unused : end;
    }

    /** @return whether it has reached its lifetime, however often it was refreshed */
    boolean isOver(Instant now, Duration lifetime) {
        return !now.isBefore(signedInAt.plus(lifetime));
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    SessionView view() {
        return new SessionView(id, signedInAt, lastSeenAt, expiresAt, address, userAgent);
    }
}
