package dev.millrace.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.task.TaskState;

/** A small graph of tasks as a whole. */
@Entity
@Table(name = "mr_workflow")
public class Workflow {
    @Id
    private UUID id;

    @Column(name = "owner_id")
    private UUID owner;

    private String name;

    @Enumerated(EnumType.STRING)
    private WorkflowState state;

    private long revision;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected Workflow() {}

    Workflow(UUID id, UUID owner, String name, Instant now) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.state = WorkflowState.RUNNING;
        this.createdAt = now;
    }

    /** Derives its state from its tasks, after some of them have changed. */
    void updateState(Collection<TaskState> tasks, Instant now) {
        WorkflowState next = WorkflowState.of(tasks);
        if (next != state) {
            state = next;
            finishedAt = next.isFinished() ? now : null;
        }
        revision++;
    }

    UUID id() {
        return id;
    }

    UUID owner() {
        return owner;
    }

    String name() {
        return name;
    }

    WorkflowState state() {
        return state;
    }

    long revision() {
        return revision;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** @return null while it runs */
    Instant finishedAt() {
        return finishedAt;
    }
}
