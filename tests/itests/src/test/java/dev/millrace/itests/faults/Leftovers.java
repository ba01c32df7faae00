package dev.millrace.itests.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XPendingParams;

import dev.millrace.contract.RedisNames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Checks that nothing is left in Redis and SQL when all tasks have ended. */
final class Leftovers {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String QUEUE = "default";

    private Leftovers() {}

    /** Waits until Redis and SQL hold no task in flight. */
    static void awaitNone(FaultTestBed testBed) {
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(JedisDataException.class)
                .untilAsserted(() -> assertThat(left(testBed)).isEmpty());
    }

    private static Map<String, Long> left(FaultTestBed testBed) {
        Map<String, Long> left = new TreeMap<>(testBed.redis().ask(Leftovers::inRedis));
        left.putAll(testBed.leftInSql());
        left.values().removeIf(count -> count == 0);
        return left;
    }

    private static Map<String, Long> inRedis(RedisClient redis) {
        Map<String, Long> left = new LinkedHashMap<>();
        for (String stream : new String[] {RedisNames.tasks(QUEUE), RedisNames.results(QUEUE)}) {
            left.put(stream, redis.xlen(stream));
            left.put(RedisNames.rejected(stream), redis.xlen(RedisNames.rejected(stream)));
        }
        left.put("read by a worker, not ended", pending(redis, RedisNames.tasks(QUEUE), RedisNames.WORKER_GROUP));
        left.put("read by a server, not ended", pending(redis, RedisNames.results(QUEUE), RedisNames.SERVER_GROUP));
        left.put("held by a worker", held(redis));
        return left;
    }

    private static long held(RedisClient redis) {
        return redis.zrange(RedisNames.WORKERS, 0, -1).stream()
                .map(worker -> redis.hget(RedisNames.worker(worker), "running"))
                .filter(running -> running != null && !running.isEmpty())
                .count();
    }

    private static long pending(RedisClient redis, String stream, String group) {
        XPendingParams some = XPendingParams.xPendingParams()
                .start(StreamEntryID.MINIMUM_ID)
                .end(StreamEntryID.MAXIMUM_ID)
                .count(10);
        return redis.exists(stream) ? redis.xpending(stream, group, some).size() : 0;
    }
}
