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
    private int place;

    private String name;

    @Column(name = "task_id")
    private UUID taskId;

    private String needs;
    private boolean dropped;

    @Enumerated(EnumType.STRING)
    private TaskState outcome;

    protected WorkflowMember() {}

    /** @param place where it stood in the request, from 0 */
    WorkflowMember(UUID workflow, int place, String name, UUID taskId, List<Dependency> needs) {
        this.workflow = workflow;
        this.place = place;
        this.name = name;
        this.taskId = taskId;
        this.needs = Dependency.toText(needs);
    }

    /** Its task is cancelled because of one that it needs. */
    void drop() {
        dropped = true;
    }

    /**
     * Takes down what its task is now.
     *
     * @return whether that is news
     */
    boolean note(TaskState state) {
        TaskState before = outcome;
        outcome = state.isFinished() ? state : null;
        dropped = dropped && state == TaskState.CANCELLED;
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

    List<Dependency> needs() {
        return Dependency.parse(needs);
    }

    /** @return whether its task was cancelled because of one that it needs */
    boolean isDropped() {
        return dropped;
    }

    /** @return how its task had finished when the workflow last looked; null if it had not */
    TaskState outcome() {
        return outcome;
    }

    /** The primary key, as JPA wants it. */
    public static class Key implements Serializable {
        private UUID workflow;
        private int place;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && workflow.equals(key.workflow) && place == key.place;
        }

        @Override
        public int hashCode() {
            return workflow.hashCode() * 31 + place;
        }
    }
}
