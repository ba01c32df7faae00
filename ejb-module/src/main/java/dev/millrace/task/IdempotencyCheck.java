package dev.millrace.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** The tasks of a user's Idempotency-Key; locked until the end of the transaction if there are any. */
public final class IdempotencyCheck {
    private final EntityManager em;
    private final UUID owner;
    private final IdempotentRequest request;
    private final Instant now;
    private final IdempotencyRecord known;

    public IdempotencyCheck(EntityManager em, UUID owner, IdempotentRequest request, Instant now) {
        this.em = em;
        this.owner = owner;
        this.request = request;
        this.now = now;
        this.known = em.find(
                IdempotencyRecord.class,
                new IdempotencyRecord.Key(owner, request.value()),
                LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * @return in the order of the request; none if the key is free, because it is new, expired, or its tasks are
     *     deleted
     * @throws IdempotencyKeyReused if its tasks come from another request
     */
    public List<Task> submittedBefore() {
        if (known == null || known.isExpired(now) || known.tasks().isEmpty()) {
            return List.of();
        }
        if (!known.isFor(request.fingerprint())) {
            throw new IdempotencyKeyReused();
        }
        return known.tasks();
    }

    /** Assigns these tasks to the key. */
    public void remember(List<Task> tasks) {
        em.flush(); // the tasks come first
        if (known == null) {
            em.persist(new IdempotencyRecord(owner, request.value(), tasks, request.fingerprint(), now));
        } else {
            known.assign(tasks, request.fingerprint(), now);
        }
    }
}
