package dev.millrace.account;

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

    /** Records a use by a client. */
    void use(Client client, Instant now, Instant expiresAt) {
        this.address = client.address();
        this.userAgent = client.userAgent();
        this.lastSeenAt = now;
        this.expiresAt = expiresAt;
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
