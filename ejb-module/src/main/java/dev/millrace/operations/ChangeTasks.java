package dev.millrace.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.task.FairQueue;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.LogLine;
import dev.millrace.task.PriorityLevel;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;

/** Changes the priority and the time of waiting tasks, in SQL. All of a call in one transaction. */
@Stateless
public class ChangeTasks {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private FairQueue fairQueue;

    @Inject
    private Queues queues;

    private Function<Task, String> notices = task -> null;

    public ChangeTasks() {}

    ChangeTasks(EntityManager em, FairQueue fairQueue, Queues queues) {
        this.em = em;
        this.fairQueue = fairQueue;
        this.queues = queues;
    }

    @Inject
    void useNotices(TaskNotices known) {
        notices = known::noticeFor;
    }

    /**
     * Changes the waiting ones of the tasks; the others do not change.
     *
     * @param by the username, for the timeline
     */
    public OperationResult change(Collection<UUID> ids, TaskChange change, String by, Instant now) {
        List<Task> changed = new ArrayList<>();
        List<TaskEvent> events = new ArrayList<>();
        for (Task task : LockedTasks.loadById(em, ids).values()) {
            if (task.state() != TaskState.WAITING) {
                continue;
            }
            if (change.priority() != null) {
                PriorityLevel level = new PriorityLevel(task.queue(), change.priority());
                task.changePriority(
                        change.priority(), fairQueue.nextStartTag(level, task.owner(), queues::loadFairQueueState));
            }
            if (change.movesTime()) {
                task.reschedule(change.runAt(), now);
            }
            em.persist(new LogLine(
                    task, "change-" + task.revision(), "changed", now, null, by + " " + describe(change) + "."));
            changed.add(task);
            events.add(TaskView.stateEvent(task, now, notices));
        }
        return new OperationResult(changed, events, Map.of());
    }

    private static String describe(TaskChange change) {
        StringJoiner changes = new StringJoiner(" and ");
        if (change.priority() != null) {
            changes.add("set the priority to " + change.priority());
        }
        if (change.movesTime()) {
            changes.add(
                    change.runAt() == null ? "scheduled it to run now" : "scheduled it to run at " + change.runAt());
        }
        return changes.toString();
    }
}
