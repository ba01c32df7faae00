package dev.millrace.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.redis.LuaScript;
import dev.millrace.task.Queues;

/**
 * The right to lead one queue. Its fencing number comes from SQL, so it grows even if Redis is wiped, and its value is
 * checked again by the script that appends. Not thread-safe.
 */
final class Lease {
    private static final Logger LOG = NodeLog.of(Lease.class);
    private static final LuaScript RENEW = LuaScript.load(Lease.class, "renew_lease.lua");
    private static final LuaScript RELEASE = LuaScript.load(Lease.class, "release_lease.lua");

    private final UnifiedJedis redis;
    private final Queues queues;
    private final String queue;
    private final String node;
    private final Duration duration;
    private String token;

    Lease(UnifiedJedis redis, Queues queues, String queue, String node, Duration duration) {
        this.redis = redis;
        this.queues = queues;
        this.queue = queue;
        this.node = node;
        this.duration = duration;
    }

    /** Takes it if nobody has it, renews it if this node has. */
    boolean acquireOrRenew() {
        if (token == null) {
            if (redis.exists(RedisNames.lease(queue))) {
                return false;
            }
            String candidate = node + ":" + queues.nextFence(queue);
            if (!renew(candidate)) {
                return false;
            }
            token = candidate;
            LOG.log(Level.INFO, "leads queue {0} as {1}", queue, token);
        } else if (!renew(token)) {
            onLost();
        }
        return token != null;
    }

    /** Another node has it now. */
    void onLost() {
        LOG.log(Level.INFO, "no longer leads queue {0}", queue);
        token = null;
    }

    /** Gives it up, if Redis can be reached. */
    void release() {
        if (token != null) {
            RELEASE.run(redis, List.of(RedisNames.lease(queue)), List.of(token));
            token = null;
        }
    }

    /** @return what {@code append_tasks.lua} compares with; null if not held */
    String token() {
        return token;
    }

    private boolean renew(String candidate) {
        Object held = RENEW.run(
                redis, List.of(RedisNames.lease(queue)), List.of(candidate, Long.toString(duration.toMillis())));
        return Long.valueOf(1).equals(held);
    }
}
