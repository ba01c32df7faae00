package dev.millrace.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import dev.millrace.task.TaskState;

/** Reads workflows for their owner; another user's workflow does not exist here. */
@Stateless
public class FindWorkflows {
    @PersistenceContext
    private EntityManager em;

    public FindWorkflows() {}

    FindWorkflows(EntityManager em) {
        this.em = em;
    }

    /** A workflow with its graph. */
    public record WorkflowDetail(Workflow workflow, List<MemberSnapshot> tasks) {
        List<UUID> taskIds() {
            return tasks.stream().map(task -> task.member().taskId()).toList();
        }
    }

    /** @throws WorkflowNotFound if {@code owner} has no such workflow */
    public WorkflowDetail findDetail(UUID owner, UUID id) {
        Workflow workflow = em.find(Workflow.class, id);
        if (workflow == null || !workflow.owner().equals(owner)) {
            throw new WorkflowNotFound(id);
        }
        return new WorkflowDetail(workflow, MemberSnapshot.of(em, workflow));
    }

    /**
     * @param states empty = all
     * @param before only workflows older than this one, or null
     * @return newest first
     */
    public List<Workflow> findPage(UUID owner, Set<WorkflowState> states, UUID before, int limit) {
        TypedQuery<Workflow> query = em.createQuery(
                        "select w from Workflow w where w.owner = :owner"
                                + (states.isEmpty() ? "" : " and w.state in :states")
                                + (before == null ? "" : " and w.id < :before")
                                + " order by w.id desc",
                        Workflow.class)
                .setParameter("owner", owner);
        if (!states.isEmpty()) {
            query.setParameter("states", states);
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** @return the progress of each of the workflows */
    public Map<UUID, WorkflowProgress> findProgress(Collection<UUID> workflows) {
        Map<UUID, WorkflowProgress> progress = new HashMap<>();
        if (workflows.isEmpty()) {
            return progress;
        }
        em.createQuery(
                        "select m.workflow, t.state, m.outcome, count(m.ordinal), sum(t.progress)"
                                + " from WorkflowMember m left join Task t on t.id = m.taskId where m.workflow in :workflows"
                                + " group by m.workflow, t.state, m.outcome",
                        Object[].class)
                .setParameter("workflows", workflows)
                .getResultList()
                .forEach(row -> progress.computeIfAbsent((UUID) row[0], id -> new WorkflowProgress())
                        .add(
                                row[1] == null ? MemberSnapshot.ofDeleted((TaskState) row[2]) : (TaskState) row[1],
                                ((Number) row[3]).intValue(),
                                row[4] == null ? 0 : ((Number) row[4]).doubleValue()));
        return progress;
    }
}
