package dev.millrace.redis;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import redis.clients.jedis.UnifiedJedis;

/**
 * The version of a server, as {@code INFO server} reports it.
 *
 * @param product {@code Redis} or {@code Valkey}
 * @param number the version, such as {@code 7.2.16}
 */
public record RedisVersion(String product, String number) {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6}).*");

    /**
     * The least safe version of each line, by product, as of September 2026. {@code docs/operating.md} repeats it. Sources
     * are the release notes of Redis and Valkey.
     */
    private static final Map<String, NavigableMap<Line, Integer>> SAFE = Map.of(
            "Redis", lines("7.2.16", "7.4.11", "8.2.10", "8.4.6", "8.6.7", "8.8.3", "8.10.2"),
            "Valkey", lines("7.2.14", "8.0.10", "8.1.9", "9.0.5", "9.1.1"));

    private record Line(int major, int minor) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
        }
    }

    /**
     * Queries {@code INFO server}.
     *
     * @return empty if the server does not report its version
     * @throws redis.clients.jedis.exceptions.JedisException if the user lacks the permission
     * @throws UnsupportedOperationException from the client of a Cluster, which has no single answer
     */
    public static Optional<RedisVersion> of(UnifiedJedis redis) {
        return of(InfoFields.of(redis, "server"));
    }

    /**
     * Valkey names the Redis that it is compatible with besides its own version.
     *
     * @param info the fields of {@code INFO}
     * @return empty if they have no version
     */
    public static Optional<RedisVersion> of(Map<String, String> info) {
        if (info.containsKey("valkey_version")) {
            return Optional.of(new RedisVersion("Valkey", info.get("valkey_version")));
        }
        return Optional.ofNullable(info.get("redis_version")).map(number -> new RedisVersion("Redis", number));
    }

    /** @return whether its makers have published fixes that it lacks; a distribution may contain them nevertheless */
    public boolean isVulnerable() {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            return false;
        }
        NavigableMap<Line, Integer> safe = SAFE.get(product);
        Line line = new Line(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        Integer least = safe.get(line);
        return least != null ? Integer.parseInt(parts.group(3)) < least : line.compareTo(safe.lastKey()) < 0;
    }

    /** @return a sentence for operators, if it is vulnerable */
    public Optional<String> notice() {
        return isVulnerable()
                ? Optional.of(this + " has known vulnerabilities, unless its distribution has repaired them;"
                        + " docs/operating.md lists safe versions.")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return product + " " + number;
    }

    private static NavigableMap<Line, Integer> lines(String... versions) {
        NavigableMap<Line, Integer> lines = new TreeMap<>();
        for (String version : versions) {
            String[] parts = version.split("\\.");
            lines.put(new Line(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])), Integer.valueOf(parts[2]));
        }
        return lines;
    }
}
