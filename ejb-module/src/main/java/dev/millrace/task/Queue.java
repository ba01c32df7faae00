package dev.millrace.task;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A queue: its mode and limit, the reason why it exists, and its fencing token, which only ever grows. */
@Entity
@Table(name = "mr_queue")
public class Queue {
    @Id
    private String name;

    private long fence;

    @Enumerated(EnumType.STRING)
    private QueueMode mode;

    @Column(name = "max_running")
    private Integer maxRunning;

    @Column(name = "declared_by_admin")
    private boolean declaredByAdmin;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "closing_at")
    private Instant closingAt;

    protected Queue() {}

    long nextFence() {
        return ++fence;
    }

    void setMode(QueueMode to) {
        mode = to;
    }

    /** @param number most tasks in flight at once, null = no limit */
    void setMaxRunning(Integer number) {
        maxRunning = number;
    }

    /** An admin declares it: it remains until an admin deletes it. */
    void declareByAdmin() {
        declaredByAdmin = true;
    }

    /** Closes it: it accepts no new tasks, and is deleted once it is empty. */
    void close(Instant now) {
        closingAt = now;
        declaredByAdmin = false;
    }

    /** Reopens it. */
    void reopen(Instant now) {
        closingAt = null;
        lastUsedAt = now;
    }

    /** Records that it is in use. */
    void markUsed(Instant now) {
        lastUsedAt = now;
    }

    public String name() {
        return name;
    }

    public QueueMode mode() {
        return mode;
    }

    /** @return most tasks in flight at once, null = no limit */
    public Integer maxRunning() {
        return maxRunning;
    }

    /** @return whether an admin declared it */
    public boolean isDeclaredByAdmin() {
        return declaredByAdmin;
    }

    /** @return when it was last seen in use */
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** @return since when it is closing, null if it is not */
    Instant closingAt() {
        return closingAt;
    }
}
