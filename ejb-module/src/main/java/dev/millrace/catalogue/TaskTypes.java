package dev.millrace.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.platform.persistence.Chunks;
import dev.millrace.task.TaskSettings;

/** The task types in SQL. */
@Stateless
public class TaskTypes {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private AuditLog audit;

    @Inject
    private TaskSettings settings;

    public TaskTypes() {}

    TaskTypes(EntityManager em, AuditLog audit, TaskSettings settings) {
        this.em = em;
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
     * Adds the type, or replaces its row. It records a change in the audit log, because it may be an upgrade, or a
     * worker that takes the type from another.
     *
     * @param worker the announcer, null if unknown
     * @return false if the catalogue is full and the type is not in it
     */
    public boolean save(TaskTypeAnnouncement announcement, String worker, Instant now) {
        TaskType type = em.find(TaskType.class, announcement.name());
        if (type == null && count() >= settings.maxTypes()) {
            return false;
        }
        if (type == null) {
            type = new TaskType(announcement.name());
            type.update(announcement, worker, now);
            em.persist(type);
            return true;
        }
        String change = TypeChange.between(type.announcement(), announcement);
        if (!change.isEmpty()) {
            String details =
                    "by " + workerName(worker) + ", before by " + workerName(type.announcedBy()) + ": " + change;
            AuditTarget subject = new AuditTarget(AuditTarget.Kind.TYPE, announcement.name());
            audit.recordAnonymous(null, new AuditedAction(ActionKind.TYPE_CHANGE, subject, details));
        }
        type.update(announcement, change.isEmpty() ? type.announcedBy() : worker, now);
        return true;
    }

    private long count() {
        return em.createQuery("select count(t) from TaskType t", Long.class).getSingleResult();
    }

    private static String workerName(String worker) {
        return worker == null ? "a worker" : worker;
    }

    /** @return every type as stored, by name */
    public List<TaskType> rows() {
        return em.createQuery("select t from TaskType t order by t.name", TaskType.class)
                .getResultList();
    }

    /** @return the names of the hidden ones */
    public Set<String> hidden() {
        return Set.copyOf(em.createQuery("select t.name from TaskType t where t.hidden = true", String.class)
                .getResultList());
    }

    /**
     * Records that live workers offer these types now.
     *
     * @param names any names; unknown ones have no effect, in any number
     * @return how many hidden types are visible now
     */
    public int recordOffered(Collection<String> names, Instant now) {
        Set<String> known = new TreeSet<>(
                em.createQuery("select t.name from TaskType t", String.class).getResultList());
        known.retainAll(Set.copyOf(names));
        int shown = 0;
        for (List<String> chunk : Chunks.of(known)) {
            em.createQuery("update TaskType t set t.offeredAt = :now where t.name in :names")
                    .setParameter("now", now)
                    .setParameter("names", chunk)
                    .executeUpdate();
            shown += em.createQuery("update TaskType t set t.hidden = false where t.hidden = true and t.name in :names")
                    .setParameter("names", chunk)
                    .executeUpdate();
        }
        return shown;
    }

    /** @throws UnknownTaskType if there is none of this name */
    public void setHidden(String name, boolean hide) {
        load(name).setHidden(hide);
    }

    /** @throws UnknownTaskType if there is none of this name */
    public void delete(String name) {
        em.remove(load(name));
    }

    private TaskType load(String name) {
        TaskType type = em.find(TaskType.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (type == null) {
            throw new UnknownTaskType();
        }
        return type;
    }

    /** Fails if the database is unreachable. */
    public void checkDatabase() {
        em.createNativeQuery("select 1").getSingleResult();
    }
}
