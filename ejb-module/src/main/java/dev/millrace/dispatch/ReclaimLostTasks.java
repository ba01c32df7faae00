package dev.millrace.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.push.UserEvents;

/**
 * Finds claims that nobody will report on: those of workers whose heart has stopped, and those that Redis has forgotten.
 * Looks at heartbeats only, never at how long a task runs. What looks lost must look lost for a while, because after an
 * outage of Redis the living need a moment to be seen again.
 */
final class ReclaimLostTasks implements Step {
    private static final int MOST_NAMED = 20;
    private static final Logger LOG = NodeLog.of(ReclaimLostTasks.class);
    private static final Duration SILENCE = Duration.ofSeconds(3);
    /** As long as a heartbeat lives: a worker may need that long to find out that its connection is dead. */
    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(10);

    private static final int AT_ONCE = 500;
    private static final int MAX_UNREAD_RESULTS = 20_000;

    private final String queue;
    private final UnifiedJedis redis;
    private final TaskStream stream;
    private final LiveWorkers workers;
    private final ReclaimTasks tasks;
    private final UserEvents events;
    private final Clock clock;
    private final Duration lostAfter;
    private final Map<Object, Instant> missingSince = new HashMap<>();
    private Instant trustsItsEyesFrom = Instant.MIN;

    ReclaimLostTasks(
            String queue,
            UnifiedJedis redis,
            TaskStream stream,
            LiveWorkers workers,
            ReclaimTasks tasks,
            UserEvents events,
            Clock clock,
            Duration lostAfter) {
        this.queue = queue;
        this.redis = redis;
        this.stream = stream;
        this.workers = workers;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
        this.lostAfter = lostAfter;
    }

    /** Begins anew with its observations when an outage is over and the living have had time to be seen again. */
    void forgetSuspicions() {
        missingSince.clear();
        trustsItsEyesFrom = clock.instant().plus(AFTER_OUTAGE);
    }

    @Override
    public Progress once() {
        workers.read();
        Instant now = clock.instant();
        if (now.isBefore(trustsItsEyesFrom)) {
            return Progress.NONE;
        }
        Set<Object> suspects = new HashSet<>();
        buryDeadWorkers(now, suspects);
        findForgotten(now, suspects);
        missingSince.keySet().retainAll(suspects);
        return Progress.NONE;
    }

    private void buryDeadWorkers(Instant now, Set<Object> suspects) {
        Set<String> alive = new HashSet<>();
        workers.latest().forEach(beat -> alive.add(beat.worker()));
        for (String consumer : stream.consumers()) {
            if (!alive.contains(consumer)
                    && isMissingFor(SILENCE, consumer, now, suspects)
                    && takeBack(consumer, now)) {
                suspects.remove(consumer); // One that was but frozen may read before it beats: it has its time again.
            }
        }
    }

    /** @return whether nothing is left of the worker */
    private boolean takeBack(String worker, Instant now) {
        List<TaskStream.PendingDispatch> held = stream.heldBy(worker, AT_ONCE);
        List<Claim> claims = held.stream()
                .map(TaskStream.PendingDispatch::claim)
                .filter(Objects::nonNull)
                .toList();
        if (!claims.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Worker {0} is gone; took back {1} tasks of {2}: {3}",
                    worker,
                    claims.size(),
                    queue,
                    some(claims));
            events.append(tasks.workerDied(claims, worker, now));
        }
        stream.remove(held);
        return stream.dropConsumer(worker);
    }

    private void findForgotten(Instant now, Set<Object> suspects) {
        List<Claim> inFlight = tasks.inFlightSince(queue, now.minus(lostAfter));
        if (inFlight.isEmpty() || redis.xlen(RedisNames.results(queue)) > MAX_UNREAD_RESULTS) {
            return;
        }
        Map<UUID, Long> known = stream.claims();
        workers.latest().stream()
                .map(WorkerHeartbeat::running)
                .flatMap(List::stream)
                .forEach(claim -> known.merge(claim.taskId(), claim.number(), Math::max));
        Set<String> reported = reportedTasks();
        List<Claim> forgotten = new ArrayList<>();
        for (Claim claim : inFlight) {
            boolean isKnown = known.getOrDefault(claim.taskId(), 0L) == claim.number()
                    || reported.contains(claim.taskId().toString());
            if (!isKnown && isMissingFor(lostAfter, claim, now, suspects)) {
                forgotten.add(claim);
            }
        }
        if (!forgotten.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Lost the way of {0} tasks of {1}; dispatches them again: {2}",
                    forgotten.size(),
                    queue,
                    some(forgotten));
            events.append(tasks.transportForgot(forgotten, now));
        }
    }

    /** Enough of them for a line of the log. */
    private static String some(List<Claim> claims) {
        return claims.stream().limit(MOST_NAMED).map(Claim::toString).collect(Collectors.joining(", "))
                + (claims.size() > MOST_NAMED ? ", …" : "");
    }

    private Set<String> reportedTasks() {
        Set<String> ids = new HashSet<>();
        for (StreamEntry entry : redis.xrange(RedisNames.results(queue), (StreamEntryID) null, null)) {
            ids.add(entry.getFields().get("task"));
        }
        return ids;
    }

    private boolean isMissingFor(Duration time, Object suspect, Instant now, Set<Object> suspects) {
        suspects.add(suspect);
        Instant since = missingSince.putIfAbsent(suspect, now);
        return since != null && !since.plus(time).isAfter(now);
    }
}
