package dev.millrace.task;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The task that reserves a unique key for a while. */
@Entity
@Table(name = "mr_unique_task")
public class UniqueTask {
    @Id
    @Column(name = "unique_key")
    private String key;

    @Column(name = "task_id")
    private UUID taskId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected UniqueTask() {}

    UniqueTask(String key, UUID taskId, Instant expiresAt) {
        this.key = key;
        this.taskId = taskId;
        this.expiresAt = expiresAt;
    }

    UUID taskId() {
        return taskId;
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    void assign(UUID otherTask, Instant end) {
        taskId = otherTask;
        expiresAt = end;
    }
}
