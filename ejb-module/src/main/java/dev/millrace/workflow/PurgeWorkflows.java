package dev.millrace.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.task.LockedTasks;
import dev.millrace.task.Task;

/** Deletes finished workflows from SQL with their remaining tasks. */
@Stateless
public class PurgeWorkflows {
    @PersistenceContext
    private EntityManager em;

    public PurgeWorkflows() {}

    PurgeWorkflows(EntityManager em) {
        this.em = em;
    }

    /**
     * Deletes the longest finished first, all of a call in one transaction; skips rows that other transactions hold.
     *
     * @param state their outcome
     * @param before latest time of their finish
     * @param limit how many at most
     * @return the number of checked workflows; fewer than the limit if there are no more
     */
    public int purgeFinished(WorkflowState state, Instant before, int limit) {
        List<UUID> finished = finished(state, before, limit);
        for (UUID workflow : finished) {
            List<UUID> ids = em.createQuery(
                            "select m.taskId from WorkflowMember m where m.workflow = :workflow", UUID.class)
                    .setParameter("workflow", workflow)
                    .getResultList();
            Collection<Task> tasks = LockedTasks.loadById(em, ids).values();
            if (tasks.stream().allMatch(task -> task.state().isFinished())) {
                tasks.forEach(em::remove); // the database's cascade deletes its other rows
                em.remove(em.find(Workflow.class, workflow));
            }
        }
        return finished.size();
    }

    private List<UUID> finished(WorkflowState state, Instant before, int limit) {
        List<?> rows = em.createNativeQuery(
                        "select * from mr_workflow where state = ?1 and finished_at < ?2 order by finished_at limit "
                                + limit + " for update skip locked",
                        Workflow.class)
                .setParameter(1, state.name())
                .setParameter(2, before.toEpochMilli())
                .getResultList();
        return rows.stream().map(row -> ((Workflow) row).id()).toList();
    }
}
