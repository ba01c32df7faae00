package dev.millrace.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.task.IdempotencyKey;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.TaskState;

/** Deletes from SQL what is over. Each call is a transaction of at most {@link #AT_ONCE} rows. */
@Stateless
public class Forget {
    static final int AT_ONCE = 1_000;

    @PersistenceContext
    private EntityManager em;

    public Forget() {}

    Forget(EntityManager em) {
        this.em = em;
    }

    /**
     * Deletes tasks that ended in this way before a time, with their attempts, log and payloads, the oldest first. Leaves
     * out those that another transaction holds.
     *
     * @return whether there may be more of them
     */
    public boolean tasks(TaskState end, Instant before) {
        List<UUID> over = LockedTasks.finished(em, end, before, AT_ONCE);
        LockedTasks.delete(em, over);
        return over.size() == AT_ONCE;
    }

    /** Deletes keys that stand for nothing any more. @return as above */
    public boolean idempotencyKeys(Instant now) {
        long before = now.minus(IdempotencyKey.LIFETIME).toEpochMilli();
        return delete(
                "delete from mr_idempotency where created_at < ?1 and (owner_id, idem_key) in (select owner_id, idem_key"
                        + " from mr_idempotency where created_at < ?1 order by created_at limit " + AT_ONCE + ")",
                before);
    }

    /** Deletes what has been unique for long enough. @return as above */
    public boolean uniqueKeys(Instant now) {
        return delete(
                "delete from mr_unique_task where over_at < ?1 and unique_key in (select unique_key from mr_unique_task"
                        + " where over_at < ?1 order by over_at limit " + AT_ONCE + ")",
                now.toEpochMilli());
    }

    /** Deletes refresh tokens that have expired. @return as above */
    public boolean refreshTokens(Instant now) {
        return delete(
                "delete from mr_refresh_token where expires_at < ?1 and token_hash in (select token_hash from"
                        + " mr_refresh_token where expires_at < ?1 order by expires_at limit " + AT_ONCE + ")",
                now.toEpochMilli());
    }

    /** Deletes sign-ins that nobody has gone on with in time. @return as above */
    public boolean signIns(Instant now) {
        return delete(
                "delete from mr_sign_in where expires_at < ?1 and id in (select id from mr_sign_in where expires_at < ?1"
                        + " order by expires_at limit " + AT_ONCE + ")",
                now.toEpochMilli());
    }

    /** Deletes API tokens that have expired. @return as above */
    public boolean apiTokens(Instant now) {
        return delete(
                "delete from mr_api_token where expires_at < ?1 and id in (select id from mr_api_token where"
                        + " expires_at < ?1 order by expires_at limit " + AT_ONCE + ")",
                now.toEpochMilli());
    }

    /** Deletes what the audit log says of before a time. @return as above */
    public boolean auditEntries(Instant before) {
        return delete(
                "delete from mr_audit where at < ?1 and id in (select id from mr_audit where at < ?1 order by at limit "
                        + AT_ONCE + ")",
                before.toEpochMilli());
    }

    private boolean delete(String sql, long before) {
        return em.createNativeQuery(sql).setParameter(1, before).executeUpdate() >= AT_ONCE;
    }
}
