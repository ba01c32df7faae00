package dev.millrace.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.push.TaskEvent;
import dev.millrace.task.FindTasks;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskView;

/** Takes tasks for dispatch, in SQL. Each call is a transaction of its own, committed before Redis hears of it. */
@Stateless
public class ClaimTasks {
    private static final int DUE_AT_ONCE = 500;

    @PersistenceContext
    private EntityManager em;

    public ClaimTasks() {}

    ClaimTasks(EntityManager em) {
        this.em = em;
    }

    /** What is to be told to the workers and to the owners. */
    public record Claimed(List<TaskDispatch> dispatches, List<TaskEvent> events) {}

    /** Lets delayed tasks whose time has come take their place in the order. */
    public int ripen(String queue, Instant now) {
        List<Task> due = LockedTasks.due(em, queue, now, DUE_AT_ONCE);
        due.forEach(Task::becomeDue);
        return due.size();
    }

    /** The next tasks of a queue, at most {@code count}, in dispatch order. */
    public Claimed claimDue(String queue, int count, Instant now) {
        List<TaskDispatch> dispatches = new ArrayList<>();
        List<TaskEvent> events = new ArrayList<>();
        long lastTag = 0;
        for (Task task : LockedTasks.nextToDispatch(em, queue, count)) {
            task.dispatch(now);
            lastTag = Math.max(lastTag, task.startTag());
            dispatches.add(new TaskDispatch(
                    new Claim(task.id(), task.claim()),
                    task.type(),
                    task.attempt(),
                    FindTasks.parameters(em, task),
                    task.timeout()));
            events.add(TaskView.event(task, now));
        }
        if (!dispatches.isEmpty()) {
            Queues.advance(em, queue, lastTag);
        }
        return new Claimed(dispatches, events);
    }
}
