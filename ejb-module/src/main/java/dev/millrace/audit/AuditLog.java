package dev.millrace.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Where it is written down who did what. Joins the caller's transaction: what is rolled back was not done. */
@Stateless
public class AuditLog {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    public AuditLog() {}

    public AuditLog(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    public void record(Actor by, AuditedAction action) {
        em.persist(new AuditEntry(by.username(), action, by.address(), clock.instant()));
    }

    /**
     * Writes down what somebody did who was not signed in.
     *
     * @param address from where, null if not known
     */
    public void recordAnonymous(String address, AuditedAction action) {
        em.persist(new AuditEntry(null, action, address, clock.instant()));
    }

    /**
     * Does something and writes it down, both or neither.
     *
     * @param work its exceptions are passed on; then nothing is written
     * @param toAction what came of it; empty if nothing did
     */
    public <T> T recordAround(Actor by, Supplier<T> work, Function<T, Optional<AuditedAction>> toAction) {
        T result = work.get();
        toAction.apply(result).ifPresent(it -> record(by, it));
        return result;
    }
}
