package dev.millrace.dispatch;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import dev.millrace.limit.RatePermits;
import dev.millrace.limit.TypeLimit;
import dev.millrace.limit.TypeLimitLock;
import dev.millrace.limit.UserLimits;
import dev.millrace.task.Queue;
import dev.millrace.task.Task;
import dev.millrace.task.TaskState;

/**
 * Admits tasks of one queue as far as the limits allow, within one claiming transaction. Limits of types apply to all
 * queues together, so it locks the types' rows before it counts. Limits of users and of the queue apply to this queue,
 * which has one leader. It counts only the requested limits.
 */
final class LimitCheck {
    private static final String TYPE_PREFIX = "type:";
    private static final String RATE_PREFIX = "rate:";
    private static final String USER_PREFIX = "user:";
    private static final Set<TaskState> IN_FLIGHT = EnumSet.of(TaskState.QUEUED, TaskState.RUNNING);

    private final EntityManager em;
    private final Queue queue;
    private final Map<String, TypeLimit> types;
    private final UserLimits users;
    private final boolean usersAreLimited;
    private final RatePermits permits;
    private final Map<String, Integer> capacityByRate = new HashMap<>();
    private boolean locked;
    private Map<String, Integer> runningByType;
    private Map<UUID, Integer> runningByOwner;

    LimitCheck(EntityManager em, Queue queue, Map<String, TypeLimit> types, UserLimits users, RatePermits permits) {
        this.em = em;
        this.queue = queue;
        this.types = types;
        this.users = users;
        this.usersAreLimited = users.anyLimitOnRunning();
        this.permits = permits;
    }

    /** @return how many tasks the queue may dispatch at most, of {@code max} */
    int queueCapacity(int max) {
        if (queue.maxRunning() == null) {
            return max;
        }
        long running = em.createQuery(
                        "select count(t) from Task t where t.queue = :queue and t.state in :inFlight", Long.class)
                .setParameter("queue", queue.name())
                .setParameter("inFlight", IN_FLIGHT)
                .getSingleResult();
        return (int) Math.max(0, Math.min(max, queue.maxRunning() - running));
    }

    /** @return the limit that parks the task, null if it may pass */
    String exceededLimit(Task task) {
        TypeLimit type = types.get(task.type());
        if (type != null && type.concurrency() != null && capacity(TYPE_PREFIX + task.type()) <= 0) {
            return TYPE_PREFIX + task.type();
        }
        if (usersAreLimited && capacity(USER_PREFIX + task.owner()) <= 0) {
            return USER_PREFIX + task.owner();
        }
        if (type != null && type.rate() != null && capacity(RATE_PREFIX + task.type()) <= 0) {
            return RATE_PREFIX + task.type();
        }
        return null;
    }

    /** The task is dispatched under its present claim; from now on it counts. */
    void countDispatched(Task task) {
        TypeLimit type = types.get(task.type());
        if (type != null && type.concurrency() != null) {
            runningByType().merge(task.type(), 1, Integer::sum);
        }
        if (type != null && type.rate() != null) {
            permits.acquire(task.type(), task.id(), task.claim());
            capacityByRate.merge(task.type(), -1, Integer::sum);
        }
        if (usersAreLimited) {
            runningByOwner().merge(task.owner(), 1, Integer::sum);
        }
    }

    /** @return how many more tasks a limit permits; a limit that no longer exists permits all */
    int capacity(String limit) {
        String name = limit.substring(limit.indexOf(':') + 1);
        if (limit.startsWith(USER_PREFIX)) {
            UUID owner = UUID.fromString(name);
            return users.maxRunning(owner) - runningByOwner().getOrDefault(owner, 0);
        }
        TypeLimit type = types.get(name);
        if (limit.startsWith(TYPE_PREFIX) && type != null && type.concurrency() != null) {
            return type.concurrency() - runningByType().getOrDefault(name, 0);
        }
        if (limit.startsWith(RATE_PREFIX) && type != null && type.rate() != null) {
            lockTypeLimits();
            return capacityByRate.computeIfAbsent(name, rated -> permits.available(rated, type.rate(), type.per()));
        }
        return Integer.MAX_VALUE;
    }

    private void lockTypeLimits() {
        if (!locked) {
            TypeLimitLock.lock(em, types.keySet());
            locked = true;
        }
    }

    private Map<String, Integer> runningByType() {
        if (runningByType == null) {
            lockTypeLimits();
            runningByType = counted(em.createQuery(
                            "select t.type, count(t) from Task t where t.state in :inFlight and t.type in :types"
                                    + " group by t.type",
                            Object[].class)
                    .setParameter("inFlight", IN_FLIGHT)
                    .setParameter("types", types.keySet())
                    .getResultList());
        }
        return runningByType;
    }

    private Map<UUID, Integer> runningByOwner() {
        if (runningByOwner == null) {
            runningByOwner = counted(em.createQuery(
                            "select t.owner, count(t) from Task t where t.queue = :queue and t.state in :inFlight"
                                    + " group by t.owner",
                            Object[].class)
                    .setParameter("queue", queue.name())
                    .setParameter("inFlight", IN_FLIGHT)
                    .getResultList());
        }
        return runningByOwner;
    }

    @SuppressWarnings("unchecked")
    private static <K> Map<K, Integer> counted(List<Object[]> rows) {
        Map<K, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.put((K) row[0], Math.toIntExact((Long) row[1])));
        return counts;
    }
}
