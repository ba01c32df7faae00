package dev.millrace.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.TaskNotices;
import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.limit.RatePermits;
import dev.millrace.limit.TypeLimit;
import dev.millrace.limit.UserLimits;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.Queue;
import dev.millrace.task.QueueMode;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskParameters;
import dev.millrace.task.TaskView;

/** Takes tasks for dispatch, in SQL. Each call is a transaction of its own, committed before Redis hears of it. */
@Stateless
public class ClaimTasks {
    private static final int DUE_AT_ONCE = 500;

    private static final int MOST_ROUNDS = 10;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private UserLimits users;

    private Supplier<Map<String, TypeLimit>> types;

    private Function<EntityManager, RatePermits> permits = RatePermits::new;

    private Function<Task, String> notices = task -> null;

    public ClaimTasks() {}

    ClaimTasks(
            EntityManager em,
            Map<String, TypeLimit> types,
            UserLimits users,
            Function<EntityManager, RatePermits> permits) {
        this.em = em;
        this.permits = permits;
        this.types = () -> types;
        this.users = users;
    }

    @Inject
    void say(TaskNotices known) {
        notices = known::of;
    }

    @Inject
    void limitTypesAs(Catalogue catalogue) {
        types = catalogue::limits;
    }

    /**
     * What is to be told to the workers and to the owners.
     *
     * @param last whether no other tasks of the queue wait for room or for a limit
     */
    public record Claimed(List<TaskDispatch> dispatches, List<TaskEvent> events, boolean last) {}

    /**
     * Lets delayed tasks whose time has come take their place in the order.
     *
     * @return whether there may be more of them
     */
    public boolean ripen(String queue, Instant now) {
        List<Task> due = LockedTasks.due(em, queue, now, DUE_AT_ONCE);
        due.forEach(Task::standInLine);
        return due.size() == DUE_AT_ONCE;
    }

    /** @return the limits that keep tasks of a queue from being dispatched */
    public Set<String> limitsAtWork(String queue) {
        return new HashSet<>(em.createQuery(
                        "select distinct t.turn.parkedBy from Task t where t.queue = :queue and t.turn.parkedBy >= ''",
                        String.class)
                .setParameter("queue", queue)
                .getResultList());
    }

    /**
     * The next tasks of a queue that no limit keeps, in dispatch order.
     *
     * @param count how many at most
     * @param limitsAtWork those that keep tasks of this queue; brought up to date
     */
    public Claimed claimDue(String queue, int count, Set<String> limitsAtWork, Instant now) {
        Queue row = em.find(Queue.class, queue);
        if (row.mode() == QueueMode.PAUSED) {
            return new Claimed(List.of(), List.of(), false);
        }
        LimitCheck gate = new LimitCheck(em, row, types.get(), users, permits.apply(em));
        int room = gate.roomInQueue(count);
        letBackIn(queue, gate, room, limitsAtWork);
        List<Task> chosen = choose(queue, gate, room, limitsAtWork, now);
        Queues.advance(em, chosen);
        return new Claimed(
                chosen.stream().map(this::dispatch).toList(),
                chosen.stream().map(task -> TaskView.event(task, now, notices)).toList(),
                chosen.size() < room && limitsAtWork.isEmpty());
    }

    /** Tasks that were kept by a limit stand in line again, as many as it would let through now. */
    private void letBackIn(String queue, LimitCheck gate, int room, Set<String> limitsAtWork) {
        int letIn = 0;
        for (String limit : List.copyOf(limitsAtWork)) {
            int passes = Math.min(room, gate.room(limit));
            if (passes > 0) {
                List<Task> kept = LockedTasks.parked(em, queue, limit, passes);
                kept.forEach(Task::standInLine);
                letIn += kept.size();
                if (kept.size() < passes) {
                    limitsAtWork.remove(limit);
                }
            }
        }
        if (letIn > 0) {
            em.flush();
        }
    }

    private List<Task> choose(String queue, LimitCheck gate, int room, Set<String> limitsAtWork, Instant now) {
        List<Task> chosen = new ArrayList<>();
        boolean keptSome = true;
        for (int round = 0; round < MOST_ROUNDS && keptSome && chosen.size() < room; round++) {
            keptSome = false;
            for (Task task : LockedTasks.nextToDispatch(em, queue, room - chosen.size())) {
                String limit = gate.limitThatKeeps(task);
                if (limit == null) {
                    task.dispatch(now);
                    gate.pass(task);
                    chosen.add(task);
                } else {
                    task.standAside(limit);
                    limitsAtWork.add(limit);
                    keptSome = true;
                }
            }
            if (keptSome) {
                em.flush(); // the next look at the line is SQL's
            }
        }
        return chosen;
    }

    private TaskDispatch dispatch(Task task) {
        return new TaskDispatch(
                new Claim(task.id(), task.claim()),
                task.type(),
                task.attempt(),
                TaskParameters.of(em, task),
                task.timeout());
    }
}
