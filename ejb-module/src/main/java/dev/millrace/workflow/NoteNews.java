package dev.millrace.workflow;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.task.TaskEnded;
import dev.millrace.task.TaskRetried;

/** Leaves news for a workflow in the transaction that finishes or retries one of its tasks. Waits for nobody. */
@ApplicationScoped
public class NoteNews {
    @PersistenceContext
    private EntityManager em;

    private Consumer<WorkflowHasNews> listeners;

    /** For the container. */
    protected NoteNews() {}

    @Inject
    public NoteNews(Event<WorkflowHasNews> listeners) {
        this.listeners = listeners::fire;
    }

    NoteNews(EntityManager em, Consumer<WorkflowHasNews> listeners) {
        this.em = em;
        this.listeners = listeners;
    }

    void onEnd(@Observes TaskEnded ended) {
        note(ended.task().workflow());
    }

    void onRetry(@Observes TaskRetried retried) {
        note(retried.task().workflow());
    }

    private void note(UUID workflow) {
        if (workflow != null) {
            em.persist(new News(workflow));
            listeners.accept(new WorkflowHasNews(workflow));
        }
    }
}
