package dev.millrace.worker.redis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.PermanentRedisError;
import dev.millrace.contract.RedisNames;

/** Checks before the start whether this worker can ever work with this Redis. A Redis that is away passes. */
final class CheckWorkerRedis {
    private static final String NO_ENTRY = "0-1";
    private static final Pattern SETTING = Pattern.compile("(?m)^(maxmemory|maxmemory_policy):(\\S+)");

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
                RemoveEntry.from(redis, queue, NO_ENTRY);
            }
        } catch (JedisException e) {
            return PermanentRedisError.messageFor(e);
        }
        return eviction();
    }

    /** A Cluster has no single answer, and a user may lack the permission to ask; the servers check as well. */
    private Optional<String> eviction() {
        String memory;
        try {
            memory = redis.info("memory");
        } catch (JedisException | UnsupportedOperationException e) {
            return Optional.empty();
        }
        Map<String, String> settings = SETTING.matcher(memory)
                .results()
                .collect(Collectors.toMap((MatchResult found) -> found.group(1), found -> found.group(2)));
        String policy = settings.getOrDefault("maxmemory_policy", "noeviction");
        return settings.getOrDefault("maxmemory", "0").equals("0") || policy.equals("noeviction")
                ? Optional.empty()
                : Optional.of("Redis may evict keys (maxmemory-policy " + policy + "); noeviction is required.");
    }
}
