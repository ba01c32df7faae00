package dev.millrace.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.redis.LuaScript;
import dev.millrace.task.Queues;

/**
 * The right to lead one queue. Its fencing token comes from SQL, so it grows even if Redis is wiped, and the script
 * that appends checks it again. Not thread-safe.
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

    /** Acquires it if no node has it, renews it if this node has. */
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
            LOG.log(Level.INFO, "Gained leadership of queue {0}; lease {1}", queue, token);
        } else if (!renew(token)) {
            onLost();
        }
        return token != null;
    }

    /** Another node has it now. */
    void onLost() {
        LOG.log(Level.INFO, "Lost leadership of queue {0}; node {1} leads now", queue, holder());
        token = null;
    }

    /** Releases it, if Redis is reachable. */
    void release() {
        if (token != null) {
            RELEASE.run(redis, List.of(RedisNames.lease(queue)), List.of(token));
            token = null;
        }
    }

    /** @return the value that {@code append_tasks.lua} compares; null if this node does not hold the lease */
    String token() {
        return token;
    }

    /** @return the node that holds the lease now, for the log */
    private String holder() {
        try {
            String held = redis.get(RedisNames.lease(queue));
            return held == null ? "none" : held.substring(0, held.lastIndexOf(':'));
        } catch (JedisException e) {
            return "unknown";
        }
    }

    private boolean renew(String candidate) {
        Object held = RENEW.run(
                redis, List.of(RedisNames.lease(queue)), List.of(candidate, Long.toString(duration.toMillis())));
        return Long.valueOf(1).equals(held);
    }
}
