package dev.millrace.task.lifecycle;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import dev.millrace.task.Task;

/** Fires {@link TaskFinished}; code that may finish a task calls it, in the same transaction. */
@ApplicationScoped
public class TaskFinishedEvents {
    private Consumer<TaskFinished> listeners;

    /** For the container. */
    protected TaskFinishedEvents() {}

    @Inject
    public TaskFinishedEvents(Event<TaskFinished> listeners) {
        this.listeners = listeners::fire;
    }

    /** Fires to these listeners instead of the container's. */
    public TaskFinishedEvents(Consumer<TaskFinished> listeners) {
        this.listeners = listeners;
    }

    /** Has no effect unless the task has just finished. */
    public void fireIfFinished(Task task) {
        if (task.state().isFinished()) {
            listeners.accept(new TaskFinished(task));
        }
    }
}
