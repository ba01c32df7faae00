package dev.millrace.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.platform.id.UuidV7;

/** A network from which a user has signed in; see {@link Network}. */
@Entity
@Table(name = "mr_usual_address")
public class UsualAddress {
    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    private String network;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected UsualAddress() {}

    UsualAddress(UUID userId, String network) {
        this.id = UuidV7.generate();
        this.userId = userId;
        this.network = network;
    }

    void use(Instant now) {
        this.lastUsedAt = now;
    }

    String network() {
        return network;
    }
}
