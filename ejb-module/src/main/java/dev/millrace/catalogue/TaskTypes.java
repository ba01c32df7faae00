package dev.millrace.catalogue;

import java.time.Instant;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.task.Queues;

/** The task types in SQL. */
@Stateless
public class TaskTypes {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Queues queues;

    public TaskTypes() {}

    TaskTypes(EntityManager em, Queues queues) {
        this.em = em;
        this.queues = queues;
    }

    public List<TaskTypeAnnouncement> all() {
        return em.createQuery("select t from TaskType t order by t.name", TaskType.class)
                .getResultStream()
                .map(TaskType::announcement)
                .toList();
    }

    /** Adds the type, or replaces what was known of it. */
    public void learn(TaskTypeAnnouncement announcement, Instant now) {
        queues.ensure(announcement.queue());
        TaskType type = em.find(TaskType.class, announcement.name());
        if (type == null) {
            type = new TaskType(announcement.name());
            type.learn(announcement, now);
            em.persist(type);
        } else {
            type.learn(announcement, now);
        }
    }

    /** Fails if the database cannot be reached. */
    public void checkDatabase() {
        em.createNativeQuery("select 1").getSingleResult();
    }
}
