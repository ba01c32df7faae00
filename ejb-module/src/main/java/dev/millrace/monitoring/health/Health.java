package dev.millrace.monitoring.health;

import java.util.List;

import dev.millrace.platform.redis.RedisStatus;

/**
 * State of the database, Redis, queue leadership and loops of this node.
 *
 * @param database whether it answers; no function works without it
 * @param redis while it is not up, tasks are accepted and wait
 * @param leadership whether every queue has a leader; tasks of a queue without one are accepted and wait
 * @param stuckLoops names of loops whose round is stuck; only a restart helps
 * @param serving whether this node accepts requests; false once it starts to stop
 */
public record Health(
        boolean database, RedisStatus redis, boolean leadership, List<String> stuckLoops, boolean serving) {
    /** The health reported while the application starts or stops. */
    public static final Health UNKNOWN =
            new Health(false, RedisStatus.down("This node starts or stops."), false, List.of(), false);

    /** @return false if only a restart helps */
    public boolean isAlive() {
        return stuckLoops.isEmpty();
    }

    /** @return whether requests can be served */
    public boolean isReady() {
        return database && serving;
    }
}
