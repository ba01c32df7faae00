package dev.millrace.monitoring.health;

import java.util.List;

import dev.millrace.platform.redis.RedisStatus;

/**
 * What is there.
 *
 * @param database without it nothing works
 * @param redis without it, and while it refuses writes, tasks are taken and wait
 * @param leadership whether some node leads each queue; tasks of a queue that nobody leads are taken and wait
 * @param stuckLoops the names of loops that have not ended a round for long; only a restart helps
 * @param serving whether this node is to get requests; not any more when it begins to stop
 */
public record Health(
        boolean database, RedisStatus redis, boolean leadership, List<String> stuckLoops, boolean serving) {
    /** What is known while the application starts or stops. */
    public static final Health UNKNOWN =
            new Health(false, RedisStatus.down("This node starts or stops."), false, List.of(), false);

    /** @return whether a restart would mend nothing */
    public boolean isAlive() {
        return stuckLoops.isEmpty();
    }

    /** @return whether requests can be served */
    public boolean isReady() {
        return database && serving;
    }
}
