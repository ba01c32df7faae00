package dev.millrace.task;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

/** Records the tasks of a user's Idempotency-Key. */
@Entity
@Table(name = "mr_idempotency")
@IdClass(IdempotencyRecord.Key.class)
public class IdempotencyRecord {
    /** Lifetime of a key. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    @Id
    @Column(name = "owner_id")
    private UUID owner;

    @Id
    @Column(name = "idem_key")
    private String key;

    @OneToMany
    @JoinTable(
            name = "mr_idempotency_task",
            joinColumns = {
                @JoinColumn(name = "owner_id", referencedColumnName = "owner_id"),
                @JoinColumn(name = "idem_key", referencedColumnName = "idem_key")
            },
            inverseJoinColumns = @JoinColumn(name = "task_id"))
    @OrderColumn(name = "ordinal")
    private List<Task> tasks;

    @Column(name = "request_hash")
    private String requestHash;

    @Column(name = "created_at")
    private Instant createdAt;

    protected IdempotencyRecord() {}

    IdempotencyRecord(UUID owner, String key, List<Task> tasks, String requestHash, Instant now) {
        this.owner = owner;
        this.key = key;
        this.tasks = new ArrayList<>(tasks);
        this.requestHash = requestHash;
        this.createdAt = now;
    }

    /** @return in the order of the request */
    List<Task> tasks() {
        return List.copyOf(tasks);
    }

    boolean isFor(String hash) {
        return requestHash.equals(hash);
    }

    boolean isExpired(Instant now) {
        return createdAt.plus(LIFETIME).isBefore(now);
    }

    void assign(List<Task> otherTasks, String hash, Instant now) {
        tasks = new ArrayList<>(otherTasks);
        requestHash = hash;
        createdAt = now;
    }

    /** The primary key, as JPA requires it. */
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
