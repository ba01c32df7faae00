package dev.millrace.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.push.TaskEvent;
import dev.millrace.task.FairOrder;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.LogLine;
import dev.millrace.task.Parameters;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskRetried;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;

/** Gives failed and cancelled tasks another try, in SQL. All of a call in one transaction. */
@Stateless
public class RetryTasks {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private FairOrder fairOrder;

    @Inject
    private Queues queues;

    private Consumer<TaskRetried> listeners = retried -> {};

    public RetryTasks() {}

    RetryTasks(EntityManager em, FairOrder fairOrder, Queues queues) {
        this.em = em;
        this.fairOrder = fairOrder;
        this.queues = queues;
    }

    @Inject
    void tell(Event<TaskRetried> event) {
        listeners = event::fire;
    }

    /** Tells these instead of the container's. */
    RetryTasks telling(Consumer<TaskRetried> others) {
        listeners = others;
        return this;
    }

    /**
     * Retries those of the tasks that failed or were cancelled; the others stay as they are.
     *
     * @param parameters JSON text to run them with from now on, null = as before
     * @param by who wants it, for the timeline
     */
    public Intervention retry(Collection<UUID> ids, String parameters, String by, Instant now) {
        List<Task> changed = new ArrayList<>();
        List<TaskEvent> events = new ArrayList<>();
        for (Task task : LockedTasks.byId(em, ids).values()) {
            if (!task.state().mayBecome(TaskState.WAITING) || task.state().isInFlight()) {
                continue;
            }
            if (parameters != null) {
                Parameters.replace(em, task, parameters);
            }
            task.retry(placeOf(task), now);
            em.persist(new LogLine(
                    task,
                    "retry-" + task.revision(),
                    "retried",
                    now,
                    null,
                    "Retried by " + by + (parameters == null ? "." : " with other parameters.")));
            listeners.accept(new TaskRetried(task));
            changed.add(task);
            events.add(TaskView.event(task, now));
        }
        return new Intervention(changed, events, Map.of());
    }

    /** A task of a workflow gets its place when its workflow lets it go. */
    private long placeOf(Task task) {
        return task.workflow() != null ? task.startTag() : fairOrder.nextTag(task, queues::fairOrder);
    }
}
