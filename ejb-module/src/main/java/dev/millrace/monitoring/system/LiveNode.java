package dev.millrace.monitoring.system;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A server process that sends heartbeats. */
@Entity
@Table(name = "mr_node")
public class LiveNode {
    @Id
    private String id;

    private String host;
    private String version;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    protected LiveNode() {}

    LiveNode(String id, String host, String version, Instant startedAt) {
        this.id = id;
        this.host = host;
        this.version = version;
        this.startedAt = startedAt;
        this.lastSeenAt = startedAt;
    }

    void seenAt(Instant now) {
        this.lastSeenAt = now;
    }

    String id() {
        return id;
    }

    String host() {
        return host;
    }

    String version() {
        return version;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }
}
