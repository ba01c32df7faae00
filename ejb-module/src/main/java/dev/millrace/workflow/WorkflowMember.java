package dev.millrace.workflow;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import dev.millrace.task.TaskState;

/** A task's part in its workflow. Changed under the workflow's lock only. */
@Entity
@Table(name = "mr_workflow_member")
@IdClass(WorkflowMember.Key.class)
public class WorkflowMember {
    @Id
    @Column(name = "workflow_id")
    private UUID workflow;

    @Id
    private int ordinal;

    private String name;

    @Column(name = "task_id")
    private UUID taskId;

    private String dependencies;

    @Column(name = "cancelled_by_dependency")
    private boolean cancelledByDependency;

    @Enumerated(EnumType.STRING)
    private TaskState outcome;

    protected WorkflowMember() {}

    /** @param ordinal its position in the request, from 0 */
    WorkflowMember(UUID workflow, int ordinal, String name, UUID taskId, List<Dependency> dependencies) {
        this.workflow = workflow;
        this.ordinal = ordinal;
        this.name = name;
        this.taskId = taskId;
        this.dependencies = Dependency.toText(dependencies);
    }

    /** Its task is cancelled because a dependency did not succeed. */
    void cancelByDependency() {
        cancelledByDependency = true;
    }

    /**
     * Records the state of its task.
     *
     * @return whether the outcome changed
     */
    boolean recordOutcome(TaskState state) {
        TaskState before = outcome;
        outcome = state.isFinished() ? state : null;
        cancelledByDependency = cancelledByDependency && state == TaskState.CANCELLED;
        return outcome != before;
    }

    UUID workflow() {
        return workflow;
    }

    String name() {
        return name;
    }

    UUID taskId() {
        return taskId;
    }

    List<Dependency> dependencies() {
        return Dependency.parse(dependencies);
    }

    /** @return whether its task was cancelled because a dependency did not succeed */
    boolean isCancelledByDependency() {
        return cancelledByDependency;
    }

    /** @return the outcome of its task at the workflow's last pass; null if it was not finished */
    TaskState outcome() {
        return outcome;
    }

    /** The primary key, as JPA requires it. */
    public static class Key implements Serializable {
        private UUID workflow;
        private int ordinal;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && workflow.equals(key.workflow) && ordinal == key.ordinal;
        }

        @Override
        public int hashCode() {
            return workflow.hashCode() * 31 + ordinal;
        }
    }
}
