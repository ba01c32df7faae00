package dev.millrace.redis;

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
     * Asks with {@code INFO memory}.
     *
     * @return empty if Redis does not tell a policy
     * @throws redis.clients.jedis.exceptions.JedisException if the user may not ask
     * @throws UnsupportedOperationException from the client of a Cluster, which has no single answer
     */
    public static Optional<MaxmemoryPolicy> of(UnifiedJedis redis) {
        String memory = redis.info("memory");
        return field(memory, "maxmemory_policy")
                .map(policy -> new MaxmemoryPolicy(
                        policy, !field(memory, "maxmemory").orElse("0").equals("0")));
    }

    /** @return whether the policy evicts keys once memory is full */
    public boolean evicts() {
        return !name.equals("noeviction");
    }

    private static Optional<String> field(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
