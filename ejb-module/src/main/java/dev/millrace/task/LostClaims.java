package dev.millrace.task;

import java.time.Instant;

import jakarta.persistence.EntityManager;

import dev.millrace.contract.AttemptError;

/**
 * Claims without an outcome: lost in transit, or released. That costs no attempt, but not for ever. A task that loses
 * too many claims in a row loses an attempt, so that it finishes in the end.
 */
public final class LostClaims {
    private final EntityManager em;
    private final TaskSettings settings;
    private final Instant now;

    public LostClaims(EntityManager em, TaskSettings settings, Instant now) {
        this.em = em;
        this.settings = settings;
        this.now = now;
    }

    /**
     * The task waits again, or has lost an attempt; its timeline shows which.
     *
     * @param worker of the claim, or null
     * @param entryId unique for the task
     * @param message the reason, for people
     * @return whether an attempt was counted
     */
    public boolean record(Task task, LossReason reason, String worker, String entryId, String message) {
        int max = reason == LossReason.UNSUITED ? settings.maxUnsuited() : settings.maxLost();
        int times = 1 + (reason == LossReason.UNSUITED ? task.unsuited() : task.lost());
        if (times > max) {
            String counted = message + " That happened " + times + " times in a row and counts as an attempt.";
            AttemptError error = new AttemptError(reason.errorType(), counted, null);
            em.persist(new Attempt(task, "lost", worker, task.startedAt(), now, error));
            task.failAttempt(error, true, null, worker, now);
            return true;
        }
        em.persist(
                new LogLine(task, entryId, reason.logKind(), now, worker, message + " (" + times + " of " + max + ")"));
        if (reason == LossReason.UNSUITED) {
            task.releaseUnsuited(worker, now);
        } else {
            task.release(now);
        }
        return false;
    }
}
