package dev.millrace.workflow;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.platform.id.UuidV7;

/** A change of a workflow's task that the workflow has not processed. */
@Entity
@Table(name = "mr_pending_advance")
public class PendingAdvance {
    @Id
    private UUID id;

    @Column(name = "workflow_id")
    private UUID workflow;

    protected PendingAdvance() {}

    PendingAdvance(UUID workflow) {
        this.id = UuidV7.generate();
        this.workflow = workflow;
    }

    /** @return the workflows with pending advances, without order */
    static List<UUID> findWorkflows(EntityManager em, int limit) {
        return em.createQuery("select distinct n.workflow from PendingAdvance n", UUID.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The caller processes all advances that are committed by now. */
    static void deleteFor(EntityManager em, UUID workflow) {
        em.createQuery("delete from PendingAdvance n where n.workflow = :workflow")
                .setParameter("workflow", workflow)
                .executeUpdate();
    }
}
