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

/** Looks before the start whether Redis is one that this worker can ever work with. One that is away is waited for. */
final class CheckWorkerRedis {
    private static final String NO_ENTRY = "0-1";
    private static final Pattern SETTING = Pattern.compile("(?m)^(maxmemory|maxmemory_policy):(\\S+)");

    private final UnifiedJedis redis;
    private final List<String> queues;

    CheckWorkerRedis(UnifiedJedis redis, List<String> queues) {
        this.redis = redis;
        this.queues = queues;
    }

    /** @return why it never can, for the operator */
    Optional<String> refusal() {
        try {
            redis.exists(RedisNames.ANNOUNCEMENTS);
            for (String queue : queues) {
                RemoveEntry.from(redis, queue, NO_ENTRY);
            }
        } catch (JedisException e) {
            return PermanentRedisError.sentenceOf(e);
        }
        return eviction();
    }

    /** A Cluster has no single answer, and a user may lack the right to ask; the servers look as well. */
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
                : Optional.of("Redis may throw away tasks when its memory is full: maxmemory-policy is " + policy
                        + ", and has to be noeviction.");
    }
}
