package dev.millrace.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.task.FairQueue;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.lifecycle.TaskFinishedEvents;

/**
 * Advances a workflow, in SQL. It releases tasks whose dependencies are finished, cancels those that can no longer run,
 * and reverts such a cancellation when its reason no longer exists. Each call is a transaction; a repeated one finds no
 * work.
 */
@Stateless
public class AdvanceWorkflow {
    private static final int AT_ONCE = 100;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private FillParameters fill;

    @Inject
    private TaskFinishedEvents finishedEvents;

    @Inject
    private FairQueue fairQueue;

    @Inject
    private Queues queues;

    private Function<Task, String> notices = task -> null;

    public AdvanceWorkflow() {}

    AdvanceWorkflow(
            EntityManager em,
            FillParameters fill,
            TaskFinishedEvents finishedEvents,
            FairQueue fairQueue,
            Queues queues) {
        this.em = em;
        this.fill = fill;
        this.finishedEvents = finishedEvents;
        this.fairQueue = fairQueue;
        this.queues = queues;
    }

    @Inject
    void useNotices(TaskNotices known) {
        notices = known::noticeFor;
    }

    /** @return workflows with pending advances */
    public List<UUID> findPending() {
        return PendingAdvance.findWorkflows(em, AT_ONCE);
    }

    /** Processes all pending advances. A deleted workflow has no work. */
    public AdvanceEffects advance(UUID id, Instant now) {
        Workflow workflow = em.find(Workflow.class, id, LockModeType.PESSIMISTIC_WRITE);
        PendingAdvance.deleteFor(
                em, id); // before its tasks are read: a later commit leaves a pending advance for the next call
        if (workflow == null) {
            return AdvanceEffects.NOTHING;
        }
        List<MemberSnapshot> members = MemberSnapshot.of(em, workflow);
        Map<UUID, Task> locked = LockedTasks.loadById(
                em,
                members.stream()
                        .filter(MemberSnapshot::mayChange)
                        .map(member -> member.member().taskId())
                        .toList());
        AdvancePass pass = new AdvancePass(em, members, locked, this::startTag, notices, now);
        pass.run(fill, finishedEvents);
        return pass.updateWorkflow(workflow);
    }

    private long startTag(Task task) {
        return fairQueue.nextStartTag(task, queues::loadFairQueueState);
    }
}
