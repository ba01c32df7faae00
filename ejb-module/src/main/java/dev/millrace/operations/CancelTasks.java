package dev.millrace.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.contract.Claim;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.LogLine;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskFinishedEvents;

/**
 * Cancels tasks in SQL, all of a call in one transaction. A task without a handler is cancelled at once; the worker of
 * a running one gets a stop order.
 */
@Stateless
public class CancelTasks {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private TaskFinishedEvents finishedEvents;

    public CancelTasks() {}

    CancelTasks(EntityManager em, TaskFinishedEvents finishedEvents) {
        this.em = em;
        this.finishedEvents = finishedEvents;
    }

    /**
     * Cancels the unfinished ones of the tasks; the others do not change.
     *
     * @param by the username, for the timeline
     */
    public OperationResult cancel(Collection<UUID> ids, String by, Instant now) {
        List<Task> changed = new ArrayList<>();
        List<TaskEvent> events = new ArrayList<>();
        Map<String, Set<Claim>> withdrawn = new HashMap<>();
        for (Task task : LockedTasks.loadById(em, ids).values()) {
            TaskState before = task.state();
            if (before.isFinished() || task.cancelRequestedAt() != null) {
                continue;
            }
            if (before.isInFlight()) {
                withdrawn
                        .computeIfAbsent(task.queue(), queue -> new HashSet<>())
                        .add(new Claim(task.id(), task.claim()));
            }
            boolean ended = task.requestCancel(now);
            em.persist(new LogLine(
                    task,
                    "cancel-" + task.revision(),
                    ended ? "cancelled" : "cancelling",
                    now,
                    task.worker(),
                    ended
                            ? "Cancelled by " + "Cancellation requested by " + by + "."
                            : "Cancellation requested by " + by + "."));
            finishedEvents.fireIfFinished(task);
            changed.add(task);
            events.add(TaskView.stateEvent(task, now));
        }
        return new OperationResult(changed, events, withdrawn);
    }
}
