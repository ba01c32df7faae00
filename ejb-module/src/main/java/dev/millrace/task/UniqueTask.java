package dev.millrace.task;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The task that stands for a wish which has to be unique for a while. */
@Entity
@Table(name = "mr_unique_task")
public class UniqueTask {
    @Id
    @Column(name = "unique_key")
    private String key;

    @Column(name = "task_id")
    private UUID taskId;

    @Column(name = "over_at")
    private Instant overAt;

    protected UniqueTask() {}

    UniqueTask(String key, UUID taskId, Instant overAt) {
        this.key = key;
        this.taskId = taskId;
        this.overAt = overAt;
    }

    UUID taskId() {
        return taskId;
    }

    boolean isOver(Instant now) {
        return !overAt.isAfter(now);
    }

    void standFor(UUID otherTask, Instant end) {
        taskId = otherTask;
        overAt = end;
    }
}
