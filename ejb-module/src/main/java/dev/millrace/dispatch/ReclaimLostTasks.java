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
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.push.UserEventPublisher;

/**
 * Finds claims that no worker will report on: those of dead workers, and untraceable ones that Redis has lost.
 * Heartbeats decide, never the duration of a task. A claim must look lost for a while, because workers need a moment to
 * reappear after an outage of Redis.
 */
final class ReclaimLostTasks implements Step {
    private static final int MAX_LOGGED = 20;
    private static final Logger LOG = NodeLog.of(ReclaimLostTasks.class);
    private static final Duration DEAD_AFTER = Duration.ofSeconds(3);
    /** The lifetime of a heartbeat: a worker may need that long to detect a dead connection. */
    private static final Duration OUTAGE_GRACE = Duration.ofSeconds(10);

    private static final int BATCH = 500;
    private static final int MAX_UNREAD_RESULTS = 20_000;

    private final String queue;
    private final UnifiedJedis redis;
    private final TaskStream stream;
    private final LiveWorkers workers;
    private final EndClaims endClaims;
    private final UserEventPublisher events;
    private final Clock clock;
    private final Duration lostAfter;
    private final Map<Object, Instant> missingSince = new HashMap<>();
    private Instant graceUntil = Instant.MIN;

    ReclaimLostTasks(
            String queue,
            UnifiedJedis redis,
            TaskStream stream,
            LiveWorkers workers,
            EndClaims endClaims,
            UserEventPublisher events,
            Clock clock,
            Duration lostAfter) {
        this.queue = queue;
        this.redis = redis;
        this.stream = stream;
        this.workers = workers;
        this.endClaims = endClaims;
        this.events = events;
        this.clock = clock;
        this.lostAfter = lostAfter;
    }

    /** Clears its suspicions after an outage, and gives live workers time to reappear. */
    void clearCandidates() {
        missingSince.clear();
        graceUntil = clock.instant().plus(OUTAGE_GRACE);
    }

    @Override
    public StepResult once() {
        workers.refresh();
        Instant now = clock.instant();
        if (now.isBefore(graceUntil)) {
            return StepResult.NONE;
        }
        Set<Object> candidates = new HashSet<>();
        reclaimFromDeadWorkers(now, candidates);
        reclaimUntraceable(now, candidates);
        missingSince.keySet().retainAll(candidates);
        return StepResult.NONE;
    }

    private void reclaimFromDeadWorkers(Instant now, Set<Object> candidates) {
        Set<String> alive = new HashSet<>();
        workers.latest().forEach(heartbeat -> alive.add(heartbeat.worker()));
        for (String consumer : stream.consumers()) {
            if (!alive.contains(consumer)
                    && isMissingFor(DEAD_AFTER, consumer, now, candidates)
                    && reclaimFrom(consumer, now)) {
                candidates.remove(consumer); // A frozen worker may read before its heartbeat: its time starts again.
            }
        }
    }

    /** @return whether all traces of the worker are removed */
    private boolean reclaimFrom(String worker, Instant now) {
        List<TaskStream.PendingDispatch> held = stream.pendingOf(worker, BATCH);
        List<Claim> claims = held.stream()
                .map(TaskStream.PendingDispatch::claim)
                .filter(Objects::nonNull)
                .toList();
        if (!claims.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Reclaimed {0} tasks of queue {1} from dead worker {2}: {3}",
                    claims.size(),
                    queue,
                    worker,
                    some(claims));
            events.append(endClaims.reclaimFromDeadWorker(claims, worker, now));
        }
        stream.acknowledge(held);
        return stream.deleteConsumer(worker);
    }

    private void reclaimUntraceable(Instant now, Set<Object> candidates) {
        List<Claim> inFlight = endClaims.findInFlightSince(queue, now.minus(lostAfter));
        if (inFlight.isEmpty() || redis.xlen(RedisNames.results(queue)) > MAX_UNREAD_RESULTS) {
            return;
        }
        Map<UUID, Long> known = stream.claims();
        workers.latest().stream()
                .map(WorkerHeartbeat::heldClaims)
                .flatMap(List::stream)
                .forEach(claim -> known.merge(claim.taskId(), claim.number(), Math::max));
        Set<String> reported = reportedTasks();
        List<Claim> untraceable = new ArrayList<>();
        for (Claim claim : inFlight) {
            boolean isKnown = known.getOrDefault(claim.taskId(), 0L) == claim.number()
                    || reported.contains(claim.taskId().toString());
            if (!isKnown && isMissingFor(lostAfter, claim, now, candidates)) {
                untraceable.add(claim);
            }
        }
        if (!untraceable.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Reclaimed {0} untraceable tasks of queue {1}: {2}",
                    untraceable.size(),
                    queue,
                    some(untraceable));
            events.append(endClaims.reclaimUntraceable(untraceable, now));
        }
    }

    /** Enough of them for a line of the log. */
    private static String some(List<Claim> claims) {
        return claims.stream().limit(MAX_LOGGED).map(Claim::toString).collect(Collectors.joining(", "))
                + (claims.size() > MAX_LOGGED ? ", …" : "");
    }

    private Set<String> reportedTasks() {
        Set<String> ids = new HashSet<>();
        for (StreamEntry entry : redis.xrange(RedisNames.results(queue), (StreamEntryID) null, null)) {
            ids.add(entry.getFields().get("task"));
        }
        return ids;
    }

    private boolean isMissingFor(Duration time, Object candidate, Instant now, Set<Object> candidates) {
        candidates.add(candidate);
        Instant since = missingSince.putIfAbsent(candidate, now);
        return since != null && !since.plus(time).isAfter(now);
    }
}
