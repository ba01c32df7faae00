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

/** Claims tasks for dispatch, in SQL. Each call is a transaction of its own, committed before Redis gets its tasks. */
@Stateless
public class ClaimTasks {
    private static final int PROMOTE_BATCH = 500;

    private static final int MAX_ROUNDS = 10;

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
    void useNotices(TaskNotices known) {
        notices = known::noticeFor;
    }

    @Inject
    void useTypeLimits(Catalogue catalogue) {
        types = catalogue::limits;
    }

    /**
     * The claimed dispatches for the workers, and the events for the owners.
     *
     * @param last whether no other tasks of the queue wait for capacity or for a limit
     */
    public record Claimed(List<TaskDispatch> dispatches, List<TaskEvent> events, boolean noneLeft) {}

    /**
     * Promotes due tasks: they enter the order of dispatch.
     *
     * @return whether there may be more of them
     */
    public boolean promoteDue(String queue, Instant now) {
        List<Task> due = LockedTasks.loadDue(em, queue, now, PROMOTE_BATCH);
        due.forEach(Task::enqueue);
        return due.size() == PROMOTE_BATCH;
    }

    /** @return the limits that park tasks of a queue */
    public Set<String> findActiveLimits(String queue) {
        return new HashSet<>(em.createQuery(
                        "select distinct t.placement.parkedBy from Task t where t.queue = :queue and t.placement.parkedBy >= ''",
                        String.class)
                .setParameter("queue", queue)
                .getResultList());
    }

    /**
     * The next tasks of a queue that no limit parks, in dispatch order.
     *
     * @param count how many at most
     * @param activeLimits the limits that park tasks of this queue; this updates them
     */
    public Claimed claimNext(String queue, int count, Set<String> activeLimits, Instant now) {
        Queue row = em.find(Queue.class, queue);
        if (row.mode() == QueueMode.PAUSED) {
            return new Claimed(List.of(), List.of(), false);
        }
        LimitCheck limits = new LimitCheck(em, row, types.get(), users, permits.apply(em));
        int capacity = limits.queueCapacity(count);
        unpark(queue, limits, capacity, activeLimits);
        List<Task> selected = select(queue, limits, capacity, activeLimits, now);
        Queues.advanceVirtualTimes(em, selected);
        return new Claimed(
                selected.stream().map(this::toDispatch).toList(),
                selected.stream()
                        .map(task -> TaskView.stateEvent(task, now, notices))
                        .toList(),
                selected.size() < capacity && activeLimits.isEmpty());
    }

    /** Unparks as many tasks as their limit would permit now. */
    private void unpark(String queue, LimitCheck limits, int capacity, Set<String> activeLimits) {
        int unparked = 0;
        for (String limit : List.copyOf(activeLimits)) {
            int capacityOfLimit = Math.min(capacity, limits.capacity(limit));
            if (capacityOfLimit > 0) {
                List<Task> parked = LockedTasks.loadParked(em, queue, limit, capacityOfLimit);
                parked.forEach(Task::enqueue);
                unparked += parked.size();
                if (parked.size() < capacityOfLimit) {
                    activeLimits.remove(limit);
                }
            }
        }
        if (unparked > 0) {
            em.flush();
        }
    }

    private List<Task> select(String queue, LimitCheck limits, int capacity, Set<String> activeLimits, Instant now) {
        List<Task> selected = new ArrayList<>();
        boolean parkedSome = true;
        for (int round = 0; round < MAX_ROUNDS && parkedSome && selected.size() < capacity; round++) {
            parkedSome = false;
            for (Task task : LockedTasks.loadNextToDispatch(em, queue, capacity - selected.size())) {
                String limit = limits.exceededLimit(task);
                if (limit == null) {
                    task.dispatch(now);
                    limits.countDispatched(task);
                    selected.add(task);
                } else {
                    task.park(limit);
                    activeLimits.add(limit);
                    parkedSome = true;
                }
            }
            if (parkedSome) {
                em.flush(); // the next query reads SQL
            }
        }
        return selected;
    }

    private TaskDispatch toDispatch(Task task) {
        return new TaskDispatch(
                new Claim(task.id(), task.claim()),
                task.type(),
                task.attempt(),
                TaskParameters.load(em, task),
                task.timeout());
    }
}
