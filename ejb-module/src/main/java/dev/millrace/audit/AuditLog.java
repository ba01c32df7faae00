package dev.millrace.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Records audited actions in the caller's transaction; a rollback discards the record, too. */
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
     * Records an action of a client that is not signed in.
     *
     * @param address of the client, null if unknown
     */
    public void recordAnonymous(String address, AuditedAction action) {
        em.persist(new AuditEntry(null, action, address, clock.instant()));
    }

    /**
     * Runs an action and records it, both or neither.
     *
     * @param work its exceptions are passed on; then this records no action
     * @param toAction from the result; empty if there was no effect
     */
    public <T> T recordAround(Actor by, Supplier<T> work, Function<T, Optional<AuditedAction>> toAction) {
        T result = work.get();
        toAction.apply(result).ifPresent(it -> record(by, it));
        return result;
    }
}
