package dev.millrace.health;

import dev.millrace.redis.RedisVerdict;

/**
 * What is there.
 *
 * @param database without it nothing works
 * @param redis without it, and while it refuses writes, tasks are taken and wait
 * @param leadership whether some node leads each queue; tasks of a queue that nobody leads are taken and wait
 */
public record Health(boolean database, RedisVerdict redis, boolean leadership) {
    /** What is known while the application starts or stops. */
    public static final Health NOTHING = new Health(false, RedisVerdict.down("This node starts or stops."), false);

    /** @return whether requests can be served */
    public boolean isReady() {
        return database;
    }
}
