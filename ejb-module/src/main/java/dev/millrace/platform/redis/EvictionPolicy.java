package dev.millrace.platform.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

import dev.millrace.platform.node.NodeLog;

/** Checks that Redis evicts no keys when its memory is full: tasks in flight, reports and leases would be lost. */
final class EvictionPolicy {
    private static final Logger LOG = NodeLog.of(EvictionPolicy.class);
    private static final AtomicBoolean WARNED = new AtomicBoolean();
    private static final String NO_EVICTION = "noeviction";

    private EvictionPolicy() {}

    /** @return up if it does not evict, does not tell, or has no memory limit; the last is logged once as a warning */
    static RedisStatus check(UnifiedJedis redis) {
        String memory;
        try {
            memory = redis.info("memory");
        } catch (JedisDataException e) {
            LOG.log(Level.DEBUG, "Cannot read the eviction policy of Redis", e);
            return RedisStatus.UP;
        }
        String policy = field(memory, "maxmemory_policy");
        if (policy == null || policy.equals(NO_EVICTION)) {
            return RedisStatus.UP;
        }
        if ("0".equals(field(memory, "maxmemory"))) {
            if (WARNED.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "Redis would evict keys once maxmemory is set; set maxmemory-policy noeviction");
            }
            return RedisStatus.UP;
        }
        return RedisStatus.misconfigured(
                "Redis evicts keys when its memory is full (maxmemory-policy " + policy + "); noeviction is needed.");
    }

    private static String field(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }
}
