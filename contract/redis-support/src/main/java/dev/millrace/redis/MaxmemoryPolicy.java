package dev.millrace.redis;

import java.util.Map;
import java.util.Optional;

import redis.clients.jedis.UnifiedJedis;

/**
 * The eviction policy of a Redis server.
 *
 * @param name of the policy, such as {@code noeviction}
 * @param limited whether the server has a limit of memory, without which it evicts nothing
 */
public record MaxmemoryPolicy(String name, boolean limited) {
    /**
     * Queries {@code INFO memory}.
     *
     * @return empty if Redis reports no policy
     * @throws redis.clients.jedis.exceptions.JedisException if the user lacks the permission
     * @throws UnsupportedOperationException from the client of a Cluster, which has no single answer
     */
    public static Optional<MaxmemoryPolicy> of(UnifiedJedis redis) {
        Map<String, String> memory = InfoFields.of(redis, "memory");
        return Optional.ofNullable(memory.get("maxmemory_policy"))
                .map(policy -> new MaxmemoryPolicy(
                        policy, !memory.getOrDefault("maxmemory", "0").equals("0")));
    }

    /** @return whether the policy evicts keys once memory is full */
    public boolean evicts() {
        return !name.equals("noeviction");
    }
}
