package dev.millrace.task;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Remembers which task a user's Idempotency-Key stands for. */
@Entity
@Table(name = "mr_idempotency")
@IdClass(IdempotencyKey.Key.class)
public class IdempotencyKey {
    /** How long a key stands for its task. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    @Id
    @Column(name = "owner_id")
    private UUID owner;

    @Id
    @Column(name = "idem_key")
    private String key;

    @Column(name = "task_id")
    private UUID taskId;

    @Column(name = "request_hash")
    private String requestHash;

    @Column(name = "created_at")
    private Instant createdAt;

    protected IdempotencyKey() {}

    IdempotencyKey(UUID owner, String key, UUID taskId, String requestHash, Instant now) {
        this.owner = owner;
        this.key = key;
        this.taskId = taskId;
        this.requestHash = requestHash;
        this.createdAt = now;
    }

    UUID taskId() {
        return taskId;
    }

    boolean isFor(String hash) {
        return requestHash.equals(hash);
    }

    boolean isOver(Instant now) {
        return createdAt.plus(LIFETIME).isBefore(now);
    }

    void standFor(UUID otherTask, String hash, Instant now) {
        taskId = otherTask;
        requestHash = hash;
        createdAt = now;
    }

    /** The primary key, as JPA wants it. */
    public static class Key implements Serializable {
        private UUID owner;
        private String key;

        public Key() {}

        Key(UUID owner, String key) {
            this.owner = owner;
            this.key = key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && owner.equals(that.owner) && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return owner.hashCode() * 31 + key.hashCode();
        }
    }
}
