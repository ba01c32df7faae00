package dev.millrace.task;

import java.time.Instant;

import jakarta.persistence.EntityManager;

import dev.millrace.contract.AttemptError;

/**
 * Claims that ended without an outcome: lost on the way, or handed back. That costs no attempt, but not for ever: a task to
 * which it happens too often in a row has lost an attempt by it, so that it comes to an end.
 */
public final class LostClaims {
    private final EntityManager em;
    private final TaskSettings settings;
    private final Instant now;

    /** How a claim ended without an outcome. */
    public enum LossReason {
        /** Neither Redis nor a worker knows of it any more. */
        UNTRACEABLE("lost", "ClaimLost"),
        /** The worker handed it back, as it stops. */
        RELEASED("released", "HandedBack"),
        /** The worker cannot run it. */
        UNSUITED("released", "NoSuitableWorker");

        private final String kind;
        private final String errorType;

        LossReason(String kind, String errorType) {
            this.kind = kind;
            this.errorType = errorType;
        }
    }

    public LostClaims(EntityManager em, TaskSettings settings, Instant now) {
        this.em = em;
        this.settings = settings;
        this.now = now;
    }

    /**
     * The task waits again, or has lost an attempt; its timeline says so.
     *
     * @param worker who had it, or null
     * @param entryId unique for the task
     * @param message what happened, for people
     * @return whether an attempt was counted
     */
    public boolean record(Task task, LossReason reason, String worker, String entryId, String message) {
        int max = reason == LossReason.UNSUITED ? settings.maxUnsuited() : settings.maxLost();
        int times = 1 + (reason == LossReason.UNSUITED ? task.unsuited() : task.lost());
        if (times > max) {
            String counted = message + " That happened " + times + " times in a row and counts as an attempt.";
            AttemptError error = new AttemptError(reason.errorType, counted, null);
            em.persist(new Attempt(task, "lost", worker, task.startedAt(), now, error));
            task.failAttempt(error, true, null, worker, now);
            return true;
        }
        em.persist(new LogLine(task, entryId, reason.kind, now, worker, message + " (" + times + " of " + max + ")"));
        if (reason == LossReason.UNSUITED) {
            task.releaseUnsuited(worker, now);
        } else {
            task.release(now);
        }
        return false;
    }
}
