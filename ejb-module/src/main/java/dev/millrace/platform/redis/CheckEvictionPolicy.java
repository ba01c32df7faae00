package dev.millrace.platform.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

import dev.millrace.platform.node.NodeLog;
import dev.millrace.redis.MaxmemoryPolicy;

/** Checks that Redis evicts no keys when its memory is full, which would lose tasks in flight, reports and leases. */
final class CheckEvictionPolicy {
    private static final Logger LOG = NodeLog.of(CheckEvictionPolicy.class);
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private CheckEvictionPolicy() {}

    /**
     * @return up if it does not evict, does not reveal its policy, or has no memory limit; this logs the last once as a
     *     warning
     */
    static RedisStatus check(UnifiedJedis redis) {
        Optional<MaxmemoryPolicy> policy;
        try {
            policy = MaxmemoryPolicy.of(redis).filter(MaxmemoryPolicy::evicts);
        } catch (JedisDataException e) {
            LOG.log(Level.DEBUG, "Cannot read the eviction policy of Redis", e);
            return RedisStatus.UP;
        }
        if (policy.isEmpty()) {
            return RedisStatus.UP;
        }
        if (!policy.get().limited()) {
            if (WARNED.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "Redis would evict keys once maxmemory is set; set maxmemory-policy noeviction");
            }
            return RedisStatus.UP;
        }
        return RedisStatus.misconfigured(
                "Redis may evict keys (maxmemory-policy " + policy.get().name() + "); noeviction is required.");
    }
}
