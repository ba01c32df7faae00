package dev.millrace.task;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells of tasks that have finished; whoever may finish one calls it, in the same transaction. */
@ApplicationScoped
public class Endings {
    private Consumer<TaskEnded> listeners;

    /** For the container. */
    protected Endings() {}

    @Inject
    public Endings(Event<TaskEnded> listeners) {
        this.listeners = listeners::fire;
    }

    /** Tells these instead of the container's. */
    public Endings(Consumer<TaskEnded> listeners) {
        this.listeners = listeners;
    }

    /** Does nothing unless the task has just finished. */
    public void tell(Task task) {
        if (task.state().isFinished()) {
            listeners.accept(new TaskEnded(task));
        }
    }
}
