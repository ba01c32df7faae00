package dev.millrace.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.limit.LimitSettings;
import dev.millrace.limit.RatePermits;
import dev.millrace.limit.StoredLimits;
import dev.millrace.limit.TypeLimit;
import dev.millrace.limit.UserLimits;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;

/** Claims tasks of a test's database as the dispatcher does. */
public final class TaskClaims {
    private final TestDatabase database;
    private final Map<String, Set<String>> limitsAtWork = new ConcurrentHashMap<>();
    private Map<String, TypeLimit> types = Map.of();
    private Supplier<Instant> databaseTime;
    private LimitSettings users = new LimitSettings(0, 1_000_000);

    public TaskClaims(TestDatabase database) {
        this.database = database;
    }

    public TaskClaims limiting(String type, TypeLimit limit) {
        types = Map.of(type, limit);
        return this;
    }

    public TaskClaims limitingUsersTo(int running) {
        users = new LimitSettings(running, 1_000_000);
        return this;
    }

    /** Sets the clock of the rates; without it the asking node's clock counts. */
    public TaskClaims atDatabaseTime(Supplier<Instant> clock) {
        databaseTime = clock;
        return this;
    }

    public List<TaskDispatch> due(String queue, int count, Instant now) {
        database.inTransaction(em -> claimTasks(em, now).promoteDue(queue, now));
        Set<String> limits = limitsAtWork.computeIfAbsent(
                queue, name -> database.inTransaction(em -> claimTasks(em, now).findActiveLimits(name)));
        return database.inTransaction(em -> claimTasks(em, now).claimNext(queue, count, limits, now))
                .dispatches();
    }

    public void workerDied(Claim claim, Instant now) {
        database.inTransaction(em -> endClaims(em).reclaimFromDeadWorker(List.of(claim), "w-1", now));
    }

    /** Without limits. */
    static ClaimTasks claimTasks(EntityManager em) {
        UserLimits unlimited = new UserLimits(new StoredLimits(em), new LimitSettings(0, 1_000_000), Clock.systemUTC());
        return new ClaimTasks(em, Map.of(), unlimited, RatePermits::new);
    }

    static EndClaims endClaims(EntityManager em) {
        return new EndClaims(em, TaskRecords.SETTINGS, new TaskFinishedEvents(ended -> {}), new TaskLifecycle());
    }

    private ClaimTasks claimTasks(EntityManager em, Instant now) {
        UserLimits userLimits = new UserLimits(new StoredLimits(em), users, Clock.fixed(now, ZoneOffset.UTC));
        return new ClaimTasks(
                em,
                types,
                userLimits,
                own -> new RatePermits(own, () -> (databaseTime == null ? now : databaseTime.get()).toEpochMilli()));
    }
}
