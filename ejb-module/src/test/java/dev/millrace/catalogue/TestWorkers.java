package dev.millrace.catalogue;

import java.util.List;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.testkit.clock.MutableClock;

/** Workers of a test: they send heartbeats when the test makes them. */
public final class TestWorkers {
    private final UnifiedJedis redis;
    private final MutableClock clock;

    public TestWorkers(UnifiedJedis redis, MutableClock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** A worker with two slots for a queue sends a heartbeat with the claims that it holds. */
    public void sendHeartbeat(String worker, String queue, Claim... running) {
        sendHeartbeat(worker, List.of(queue), false, running);
    }

    /** A worker that reads all these queues sends a heartbeat. */
    public void sendHeartbeat(String worker, List<String> queues) {
        sendHeartbeat(worker, queues, false);
    }

    /** It sends a heartbeat, and takes no new tasks. */
    public void sendStoppingHeartbeat(String worker, String queue, Claim... running) {
        sendHeartbeat(worker, List.of(queue), true, running);
    }

    /** It sends no more heartbeats. */
    public void die(String worker) {
        redis.del(RedisNames.worker(worker));
    }

    /** @return the server's view of them */
    public LiveWorkers live() {
        LiveWorkers live = new LiveWorkers(redis, clock);
        live.refresh();
        return live;
    }

    private void sendHeartbeat(String worker, List<String> queues, boolean stopping, Claim... running) {
        WorkerHeartbeat sendHeartbeat = new WorkerHeartbeat(
                worker,
                "host",
                1,
                "1.0",
                queues,
                List.of("reverse_string"),
                2,
                clock.instant(),
                clock.instant(),
                stopping,
                List.of(running),
                false,
                null);
        redis.hset(RedisNames.worker(worker), sendHeartbeat.toFields());
        redis.zadd(RedisNames.WORKERS, clock.instant().toEpochMilli(), worker);
    }
}
