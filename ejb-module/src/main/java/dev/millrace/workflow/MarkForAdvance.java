package dev.millrace.workflow;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.task.lifecycle.TaskFinished;
import dev.millrace.task.lifecycle.TaskRetried;

/** Adds a pending advance for a workflow in the transaction that finishes or retries one of its tasks; takes no lock. */
@ApplicationScoped
public class MarkForAdvance {
    @PersistenceContext
    private EntityManager em;

    private Consumer<PendingAdvanceAdded> listeners;

    /** For the container. */
    protected MarkForAdvance() {}

    @Inject
    public MarkForAdvance(Event<PendingAdvanceAdded> listeners) {
        this.listeners = listeners::fire;
    }

    MarkForAdvance(EntityManager em, Consumer<PendingAdvanceAdded> listeners) {
        this.em = em;
        this.listeners = listeners;
    }

    void onFinished(@Observes TaskFinished finished) {
        mark(finished.task().workflow());
    }

    void onRetry(@Observes TaskRetried retried) {
        mark(retried.task().workflow());
    }

    private void mark(UUID workflow) {
        if (workflow != null) {
            em.persist(new PendingAdvance(workflow));
            listeners.accept(new PendingAdvanceAdded(workflow));
        }
    }
}
