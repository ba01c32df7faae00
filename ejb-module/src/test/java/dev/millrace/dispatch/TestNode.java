package dev.millrace.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.catalogue.TestWorkers;
import dev.millrace.contract.Claim;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.push.RecordingUserEventPublisher;
import dev.millrace.task.FairQueue;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TransactionalQueues;
import dev.millrace.testkit.clock.MutableClock;

/** One server node's work for one queue, assembled as {@link Dispatcher} does, without a container. */
final class TestNode {
    static final Duration LOST_AFTER = Duration.ofSeconds(5);

    final LiveWorkers workers;
    final Lease lease;
    final DispatchTasks dispatch;
    final ReclaimLostTasks reclaim;
    final RepeatStopOrders stop;
    final RecallPaused recall;
    final QueueLeader leader;
    final RecordingUserEventPublisher published = new RecordingUserEventPublisher();
    final List<Claim> stopped = new ArrayList<>();

    TestNode(String name, String queue, TestDatabase database, TestRedis redis, MutableClock clock) {
        TransactionalQueues queues = new TransactionalQueues(database);
        workers = new TestWorkers(redis.client(), clock).live();
        TaskStream stream = new TaskStream(redis.client(), queue);
        Claims claims = new Claims(database);
        Reclaims reclaims = new Reclaims(database);
        lease = new Lease(redis.client(), queues, queue, name, Duration.ofSeconds(5));
        dispatch = new DispatchTasks(
                queue,
                lease,
                stream,
                new DispatchWindow(100, Duration.ofMillis(250)),
                workers,
                claims,
                reclaims,
                published,
                clock);
        reclaim = new ReclaimLostTasks(queue, redis.client(), stream, workers, reclaims, published, clock, LOST_AFTER);
        stop = new RepeatStopOrders(queue, workers, reclaims, new StopOrders(redis.client()) {
            @Override
            public void send(Collection<Claim> claims) {
                stopped.addAll(claims);
            }
        });
        recall = new RecallPaused(queue, queues, stream, reclaims, published, clock);
        leader = new QueueLeader(queue, lease, dispatch, reclaim, () -> {}, claims, queues, new FairQueue(), clock);
    }

    private static final class Claims extends ClaimTasks {
        private final TestDatabase database;

        Claims(TestDatabase database) {
            this.database = database;
        }

        @Override
        public boolean promoteDue(String queue, Instant now) {
            return database.inTransaction(em -> TaskClaims.claimTasks(em).promoteDue(queue, now));
        }

        @Override
        public Set<String> findActiveLimits(String queue) {
            return database.inTransaction(em -> TaskClaims.claimTasks(em).findActiveLimits(queue));
        }

        @Override
        public Claimed claimNext(String queue, int count, Set<String> limitsAtWork, Instant now) {
            return database.inTransaction(em -> TaskClaims.claimTasks(em).claimNext(queue, count, limitsAtWork, now));
        }
    }

    private static final class Reclaims extends EndClaims {
        private final TestDatabase database;

        Reclaims(TestDatabase database) {
            this.database = database;
        }

        @Override
        public List<Claim> findInFlightSince(String queue, Instant longAgo) {
            return database.inTransaction(em -> TaskClaims.endClaims(em).findInFlightSince(queue, longAgo));
        }

        @Override
        public List<Claim> findObsolete(String queue, Collection<Claim> held) {
            return database.inTransaction(em -> TaskClaims.endClaims(em).findObsolete(queue, held));
        }

        @Override
        public List<TaskEvent> reclaimFromDeadWorker(List<Claim> claims, String worker, Instant now) {
            return database.inTransaction(em -> TaskClaims.endClaims(em).reclaimFromDeadWorker(claims, worker, now));
        }

        @Override
        public List<TaskEvent> reclaimUntraceable(List<Claim> claims, Instant now) {
            return database.inTransaction(em -> TaskClaims.endClaims(em).reclaimUntraceable(claims, now));
        }

        @Override
        public List<TaskEvent> recall(List<Claim> claims, Instant now) {
            return database.inTransaction(em -> TaskClaims.endClaims(em).recall(claims, now));
        }
    }
}
