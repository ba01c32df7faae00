package dev.millrace.limit;

import java.util.Collection;
import java.util.TreeSet;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/** Lock of a task type with limits. The leaders of several queues hold it while they claim, so one counts at a time. */
@Entity
@Table(name = "mr_type_limit_lock")
public class TypeLimitLock {
    @Id
    private String type;

    protected TypeLimitLock() {}

    /** Locks in the order of names, so two leaders never wait for each other; creates absent rows. */
    public static void lock(EntityManager em, Collection<String> types) {
        for (String type : new TreeSet<>(types)) {
            if (em.find(TypeLimitLock.class, type, LockModeType.PESSIMISTIC_WRITE) == null) {
                em.createNativeQuery("insert into mr_type_limit_lock (type) select ?1"
                                + " where not exists (select 1 from mr_type_limit_lock where type = ?1)")
                        .setParameter(1, type)
                        .executeUpdate();
                em.find(TypeLimitLock.class, type, LockModeType.PESSIMISTIC_WRITE);
            }
        }
    }

    public String type() {
        return type;
    }
}
