package dev.millrace.catalogue;

import java.time.Instant;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.audit.Action;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.Deed;
import dev.millrace.audit.Subject;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.task.Queues;
import dev.millrace.task.TaskSettings;

/** The task types in SQL. */
@Stateless
public class TaskTypes {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Queues queues;

    @Inject
    private AuditLog audit;

    @Inject
    private TaskSettings settings;

    public TaskTypes() {}

    TaskTypes(EntityManager em, Queues queues, AuditLog audit, TaskSettings settings) {
        this.em = em;
        this.queues = queues;
        this.audit = audit;
        this.settings = settings;
    }

    public List<TaskTypeAnnouncement> all() {
        return em.createQuery("select t from TaskType t order by t.name", TaskType.class)
                .getResultStream()
                .map(TaskType::announcement)
                .toList();
    }

    /**
     * Adds the type, or replaces what was known of it. A change is written into the audit log, for it may be an upgrade, or a
     * worker that takes the type away from another.
     *
     * @param worker who announces it, null if it does not say
     * @return false if the catalogue is full and the type is not in it
     */
    public boolean learn(TaskTypeAnnouncement announcement, String worker, Instant now) {
        TaskType type = em.find(TaskType.class, announcement.name());
        if (type == null && count() >= settings.maxTypes()) {
            return false;
        }
        queues.ensure(announcement.queue());
        if (type == null) {
            type = new TaskType(announcement.name());
            type.learn(announcement, worker, now);
            em.persist(type);
            return true;
        }
        String change = TypeChange.between(type.announcement(), announcement);
        if (!change.isEmpty()) {
            String details = "by " + named(worker) + ", before by " + named(type.announcedBy()) + ": " + change;
            Subject subject = new Subject(Subject.Kind.TYPE, announcement.name());
            audit.addUnknown(null, new Deed(Action.TYPE_CHANGE, subject, details));
        }
        type.learn(announcement, change.isEmpty() ? type.announcedBy() : worker, now);
        return true;
    }

    private long count() {
        return em.createQuery("select count(t) from TaskType t", Long.class).getSingleResult();
    }

    private static String named(String worker) {
        return worker == null ? "a worker" : worker;
    }

    /** Fails if the database cannot be reached. */
    public void checkDatabase() {
        em.createNativeQuery("select 1").getSingleResult();
    }
}
