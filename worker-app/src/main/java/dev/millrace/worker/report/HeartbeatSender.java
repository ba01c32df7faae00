package dev.millrace.worker.report;

import java.time.Duration;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.worker.redis.RedisFailures;
import dev.millrace.worker.registry.HandlerRegistry;
import dev.millrace.worker.registry.HandlerType;

/** Beats every two seconds. Announces the task types whenever Redis does not know the worker (yet, or any more). */
public final class HeartbeatSender implements Runnable {
    public static final Duration EVERY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatSender.class);
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

    private final UnifiedJedis redis;
    private final HandlerRegistry handlers;
    private final Supplier<WorkerHeartbeat> beats;
    private final RedisFailures refusals;
    private boolean away;

    public HeartbeatSender(
            UnifiedJedis redis, HandlerRegistry handlers, Supplier<WorkerHeartbeat> beats, RedisFailures refusals) {
        this.redis = redis;
        this.handlers = handlers;
        this.beats = beats;
        this.refusals = refusals;
    }

    /** One beat; a failure is told once and the next beat tries again. */
    @Override
    public void run() {
        try {
            beat();
            if (away) {
                away = false;
                LOG.info("Redis is back");
            }
        } catch (JedisException e) {
            refusals.look(e);
            if (!away) {
                away = true;
                LOG.warn("Redis cannot be reached, goes on trying: {}", e.getMessage());
            }
        } catch (RuntimeException | Error e) {
            LOG.error("a heartbeat failed", e); // thrown on, it would be the last
        }
    }

    /** Tells the servers that this worker is gone. */
    public void stop() {
        WorkerHeartbeat last = beats.get();
        redis.del(RedisNames.worker(last.worker()));
        redis.zrem(RedisNames.WORKERS, last.worker());
    }

    private void beat() {
        WorkerHeartbeat beat = beats.get();
        String key = RedisNames.worker(beat.worker());
        redis.hset(key, beat.toFields());
        redis.pexpire(key, TIME_TO_LIVE.toMillis());
        boolean isNew = redis.zadd(RedisNames.WORKERS, beat.at().toEpochMilli(), beat.worker()) == 1;
        if (isNew || !redis.exists(RedisNames.ANNOUNCEMENTS)) {
            announce(beat.worker());
            beat.queues().forEach(queue -> redis.publish(RedisNames.WAKE_UPS, queue));
        }
    }

    private void announce(String worker) {
        for (HandlerType type : handlers.all()) {
            redis.xadd(
                    RedisNames.ANNOUNCEMENTS,
                    StreamEntryID.NEW_ENTRY,
                    type.announcement().toFields(worker));
        }
        LOG.info("announced {} task types", handlers.all().size());
    }
}
