package dev.millrace.catalogue;

import java.util.List;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.node.SetClock;

/** Workers of a test: their hearts beat when it says so. */
public final class TestWorkers {
    private final UnifiedJedis redis;
    private final SetClock clock;

    public TestWorkers(UnifiedJedis redis, SetClock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** A worker with two slots for a queue beats, naming the dispatches that it holds. */
    public void beat(String worker, String queue, Claim... running) {
        beat(worker, List.of(queue), false, running);
    }

    /** A worker beats that reads all these. */
    public void beat(String worker, List<String> queues) {
        beat(worker, queues, false);
    }

    /** It beats, and takes nothing new. */
    public void beatStopping(String worker, String queue, Claim... running) {
        beat(worker, List.of(queue), true, running);
    }

    /** Its heart stops. */
    public void die(String worker) {
        redis.del(RedisNames.worker(worker));
    }

    /** @return what the server sees of them */
    public LiveWorkers live() {
        LiveWorkers live = new LiveWorkers(redis, clock);
        live.refresh();
        return live;
    }

    private void beat(String worker, List<String> queues, boolean stopping, Claim... running) {
        WorkerHeartbeat beat = new WorkerHeartbeat(
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
        redis.hset(RedisNames.worker(worker), beat.toFields());
        redis.zadd(RedisNames.WORKERS, clock.instant().toEpochMilli(), worker);
    }
}
