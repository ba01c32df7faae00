package dev.millrace.workflow;

import java.util.List;
import java.util.function.BinaryOperator;

import jakarta.persistence.EntityManager;

import dev.millrace.task.TaskState;

/**
 * A member and the state of its task, read without a lock.
 *
 * @param state of the task; its outcome if it is deleted
 * @param isBlocked whether it waits for others
 * @param progress 0 to 1
 * @param type of the task, null if it is deleted
 * @param queue of the task, null if it is deleted
 */
public record MemberSnapshot(
        WorkflowMember member, TaskState state, boolean isBlocked, double progress, String type, String queue) {
    /** @return in the order of the request */
    static List<MemberSnapshot> of(EntityManager em, Workflow workflow) {
        return em.createQuery(
                        "select m, t.state, t.blocked, t.progress, t.type, t.queue from WorkflowMember m left join Task t on t.id = m.taskId"
                                + " where m.workflow = :workflow order by m.ordinal",
                        Object[].class)
                .setParameter("workflow", workflow.id())
                .getResultStream()
                .map(row -> row[1] == null ? deleted((WorkflowMember) row[0]) : existing((WorkflowMember) row[0], row))
                .toList();
    }

    private static MemberSnapshot existing(WorkflowMember member, Object[] row) {
        TaskState state = (TaskState) row[1];
        boolean blocked = (boolean) row[2] && state == TaskState.WAITING;
        return new MemberSnapshot(member, state, blocked, (double) row[3], (String) row[4], (String) row[5]);
    }

    private static MemberSnapshot deleted(WorkflowMember member) {
        return new MemberSnapshot(member, ofDeleted(member.outcome()), false, 0, null, null);
    }

    /**
     * The data of a deleted task.
     *
     * @param outcome of the task, null = unknown
     */
    static TaskState ofDeleted(TaskState outcome) {
        return outcome == null ? TaskState.CANCELLED : outcome;
    }

    /**
     * @param notices gives the obstacle for a type in a queue, or null
     * @return why its task does not advance, null if there is no notice; the state shows already that it waits for
     *     others
     */
    String notice(BinaryOperator<String> notices) {
        boolean waits = type != null && !isBlocked && (state == TaskState.WAITING || state == TaskState.QUEUED);
        return waits ? notices.apply(type, queue) : null;
    }

    /** @return whether its workflow may have to change its task */
    boolean mayChange() {
        return isBlocked || state == TaskState.CANCELLED && member.isCancelledByDependency();
    }

    static WorkflowProgress progress(List<MemberSnapshot> members) {
        WorkflowProgress total = new WorkflowProgress();
        members.forEach(member -> total.add(member.state, 1, member.progress));
        return total;
    }
}
