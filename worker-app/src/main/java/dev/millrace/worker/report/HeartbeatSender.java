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

/** Sends a heartbeat every two seconds. Announces the task types as often as Redis does not know the worker. */
public final class HeartbeatSender implements Runnable {
    public static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatSender.class);
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

    private final UnifiedJedis redis;
    private final HandlerRegistry handlers;
    private final Supplier<WorkerHeartbeat> snapshots;
    private final RedisFailures failures;
    private boolean unreachable;

    public HeartbeatSender(
            UnifiedJedis redis, HandlerRegistry handlers, Supplier<WorkerHeartbeat> snapshots, RedisFailures failures) {
        this.redis = redis;
        this.handlers = handlers;
        this.snapshots = snapshots;
        this.failures = failures;
    }

    /** Sends one heartbeat; logs a failure once, and the next heartbeat tries again. */
    @Override
    public void run() {
        try {
            send();
            if (unreachable) {
                unreachable = false;
                LOG.info("Redis reachable again");
            }
        } catch (JedisException e) {
            failures.record(e);
            if (!unreachable) {
                unreachable = true;
                LOG.warn("Redis unreachable, retrying: {}", e.getMessage());
            }
        } catch (RuntimeException | Error e) {
            LOG.error("Heartbeat failed", e); // a thrown error would stop the timer
        }
    }

    /** Removes the heartbeat, so that servers know this worker is gone. */
    public void remove() {
        WorkerHeartbeat last = snapshots.get();
        redis.del(RedisNames.worker(last.worker()));
        redis.zrem(RedisNames.WORKERS, last.worker());
    }

    private void send() {
        WorkerHeartbeat heartbeat = snapshots.get();
        String key = RedisNames.worker(heartbeat.worker());
        redis.hset(key, heartbeat.toFields());
        redis.pexpire(key, TIME_TO_LIVE.toMillis());
        boolean isNew = redis.zadd(RedisNames.WORKERS, heartbeat.at().toEpochMilli(), heartbeat.worker()) == 1;
        if (isNew || !redis.exists(RedisNames.ANNOUNCEMENTS)) {
            announce(heartbeat.worker());
            heartbeat.queues().forEach(queue -> redis.publish(RedisNames.WAKE_UPS, queue));
        }
    }

    private void announce(String worker) {
        for (HandlerType type : handlers.all()) {
            redis.xadd(
                    RedisNames.ANNOUNCEMENTS,
                    StreamEntryID.NEW_ENTRY,
                    type.announcement().toFields(worker));
        }
        LOG.info("Announced {} task types", handlers.all().size());
    }
}
