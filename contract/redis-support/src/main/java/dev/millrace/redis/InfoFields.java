package dev.millrace.redis;

import java.util.Map;
import java.util.stream.Collectors;

import redis.clients.jedis.UnifiedJedis;

/** The fields of Redis' {@code INFO}. */
public final class InfoFields {
    private InfoFields() {}

    /**
     * Reads all sections.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if Redis is down or the user lacks the permission
     * @throws UnsupportedOperationException from the client of a Cluster, which has no single answer
     */
    public static Map<String, String> of(UnifiedJedis redis) {
        return parse(redis.info());
    }

    /**
     * Reads one section, such as {@code memory}.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if Redis is down or the user lacks the permission
     * @throws UnsupportedOperationException from the client of a Cluster, which has no single answer
     */
    public static Map<String, String> of(UnifiedJedis redis, String section) {
        return parse(redis.info(section));
    }

    private static Map<String, String> parse(String info) {
        return info.lines()
                .filter(line -> !line.startsWith("#") && line.contains(":"))
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip(), (first, second) -> first));
    }
}
