package dev.millrace.retention;

import java.time.Instant;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.task.IdempotencyRecord;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskState;

/** Deletes expired rows from SQL. Each call is a transaction of at most {@link #MAX_ROWS} rows. */
@Stateless
public class PurgeRows {
    static final int MAX_ROWS = 1_000;

    @PersistenceContext
    private EntityManager em;

    public PurgeRows() {}

    PurgeRows(EntityManager em) {
        this.em = em;
    }

    /**
     * Deletes tasks with this outcome from before a time, with their attempts, log and payloads, the oldest first. It
     * skips those that another transaction holds.
     *
     * @return whether there may be more of them
     */
    public boolean tasks(TaskState outcome, Instant before) {
        List<Task> over = LockedTasks.loadFinished(em, outcome, before, MAX_ROWS);
        LockedTasks.delete(em, over.stream().map(Task::id).toList());
        return over.size() == MAX_ROWS;
    }

    /** Deletes expired idempotency keys. @return as above */
    public boolean idempotencyKeys(Instant now) {
        return delete("mr_idempotency", "owner_id, idem_key", "created_at", now.minus(IdempotencyRecord.LIFETIME));
    }

    /** Deletes expired unique keys. @return as above */
    public boolean uniqueKeys(Instant now) {
        return delete("mr_unique_task", "unique_key", "expires_at", now);
    }

    /** Deletes refresh tokens that have expired. @return as above */
    public boolean refreshTokens(Instant now) {
        return delete("mr_refresh_token", "token_hash", "expires_at", now);
    }

    /** Deletes sessions that expired without a refresh. @return as above */
    public boolean sessions(Instant now) {
        return delete("mr_session", "id", "expires_at", now);
    }

    /** Deletes API tokens that have expired. @return as above */
    public boolean apiTokens(Instant now) {
        return delete("mr_api_token", "id", "expires_at", now);
    }

    /** Deletes entries of the audit log from before a time. @return as above */
    public boolean auditEntries(Instant before) {
        return delete("mr_audit", "id", "at", before);
    }

    /** The oldest rows of a table whose time is before another. */
    private boolean delete(String table, String key, String time, Instant before) {
        String over = " from " + table + " where " + time + " < ?1";
        return em.createNativeQuery("delete" + over + " and (" + key + ") in (select " + key + over + " order by "
                                + time + " limit " + MAX_ROWS + ")")
                        .setParameter(1, before.toEpochMilli())
                        .executeUpdate()
                >= MAX_ROWS;
    }
}
