package dev.millrace.worker.redis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.redis.MaxmemoryPolicy;
import dev.millrace.redis.PermanentRedisError;
import dev.millrace.redis.StreamReader;

/** Checks before the start whether this worker can ever work with this Redis. An unavailable Redis passes. */
final class CheckWorkerRedis {
    private static final StreamEntry NO_ENTRY = new StreamEntry(new StreamEntryID(0, 1), Map.of());

    private final UnifiedJedis redis;
    private final List<String> queues;

    CheckWorkerRedis(UnifiedJedis redis, List<String> queues) {
        this.redis = redis;
        this.queues = queues;
    }

    /** @return the reason why it never can, for the operator */
    Optional<String> permanentError() {
        try {
            redis.exists(RedisNames.ANNOUNCEMENTS);
            for (String queue : queues) {
                new StreamReader(redis, RedisNames.tasks(queue), RedisNames.WORKER_GROUP, "check")
                        .acknowledge(List.of(NO_ENTRY));
            }
        } catch (JedisException e) {
            return PermanentRedisError.messageFor(e);
        }
        return eviction();
    }

    /** A Cluster has no single answer, and a user may lack the permission for the query; the servers check as well. */
    private Optional<String> eviction() {
        try {
            return MaxmemoryPolicy.of(redis)
                    .filter(policy -> policy.limited() && policy.evicts())
                    .map(policy ->
                            "Redis may evict keys (maxmemory-policy " + policy.name() + "); noeviction is required.");
        } catch (JedisException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
