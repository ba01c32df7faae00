package dev.millrace.limit;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.function.LongSupplier;

import jakarta.persistence.EntityManager;

/**
 * Holds the rates of task types: a bounded number of starts within any period. A dispatch acquires a permit, since the
 * task may start at any moment. The permit is held until one period after the start. So the last start of a period was
 * dispatched with all others of that period counted.
 *
 * <p>All nodes use the database's clock: they record a start after it, and decide a dispatch before it. Runs in the
 * caller's transaction.
 */
public final class RatePermits {
    private final EntityManager em;
    private final LongSupplier databaseMillis;

    /** By the database's clock. */
    public RatePermits(EntityManager em) {
        this(em, () -> ((Number) em.createNativeQuery("select floor(extract(epoch from current_timestamp) * 1000)")
                        .getSingleResult())
                .longValue());
    }

    /** @param databaseMillis since 1970, the same for all callers */
    public RatePermits(EntityManager em, LongSupplier databaseMillis) {
        this.em = em;
        this.databaseMillis = databaseMillis;
    }

    /**
     * Counts the held permits, and deletes the others. The type's {@link TypeLimitLock} must be locked.
     *
     * @return the number of free permits of a type now, at least 0
     */
    public int available(String type, int rate, Duration per) {
        long now = databaseMillis.getAsLong();
        spendStarted(type, now);
        em.createNativeQuery("delete from mr_rate_permit where type = ?1 and spent_at < ?2")
                .setParameter(1, type)
                .setParameter(2, now - per.toMillis())
                .executeUpdate();
        Number out = (Number) em.createNativeQuery("select count(*) from mr_rate_permit where type = ?1")
                .setParameter(1, type)
                .getSingleResult();
        return (int) Math.max(0, rate - out.longValue());
    }

    /**
     * Claims that are no longer queued may have started without a report: their worker died, for example. And a future
     * time was written before the database's clock was set back.
     */
    private void spendStarted(String type, long now) {
        em.createNativeQuery("update mr_rate_permit set spent_at = ?2 where type = ?1 and (spent_at > ?2"
                        + " or spent_at is null and not exists (select 1 from mr_task t where t.id = mr_rate_permit.task_id"
                        + " and t.claim = mr_rate_permit.claim and t.state = 'QUEUED'))")
                .setParameter(1, type)
                .setParameter(2, now)
                .executeUpdate();
    }

    /** A task is dispatched under a claim. */
    public void acquire(String type, UUID task, long claim) {
        em.createNativeQuery("insert into mr_rate_permit (task_id, claim, type) values (?1, ?2, ?3)")
                .setParameter(1, task)
                .setParameter(2, claim)
                .setParameter(3, type)
                .executeUpdate();
    }

    /** The tasks have started, or may have. */
    public void spend(Collection<UUID> tasks) {
        if (!tasks.isEmpty()) {
            em.createNativeQuery("update mr_rate_permit set spent_at = ?1 where spent_at is null and task_id in "
                            + list(tasks))
                    .setParameter(1, databaseMillis.getAsLong())
                    .executeUpdate();
        }
    }

    /** The tasks' dispatches were withdrawn: they have not started, and will not under these claims. */
    public void release(Collection<UUID> tasks) {
        if (!tasks.isEmpty()) {
            em.createNativeQuery("delete from mr_rate_permit where spent_at is null and task_id in " + list(tasks))
                    .executeUpdate();
        }
    }

    private static String list(Collection<UUID> ids) {
        StringBuilder list = new StringBuilder("(");
        ids.forEach(id -> list.append(list.length() > 1 ? ", " : "")
                .append("uuid '")
                .append(id)
                .append('\''));
        return list.append(')').toString();
    }
}
