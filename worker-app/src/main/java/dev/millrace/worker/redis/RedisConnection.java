package dev.millrace.worker.redis;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.redis.ClientOptions;
import dev.millrace.redis.JedisClients;
import dev.millrace.redis.PermanentRedisError;
import dev.millrace.redis.RedisAddress;
import dev.millrace.redis.RedisVersion;

/** Opens the client. For a single server it connects at its first use, so Redis may be unavailable at start. */
public final class RedisConnection {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /**
     * Longer than any blocking read and than the time between two pings of a subscription: after it the connection is
     * dead.
     */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);
    private static final long PAUSE_MILLIS = 1_000;

    private RedisConnection() {}

    /**
     * Opens the client of a worker that reads these queues. Waits for a Sentinel or a Cluster, whose clients connect at
     * once; a single server may be unavailable.
     *
     * @throws PermanentRedisFailure if the error is permanent
     */
    public static UnifiedJedis awaitReady(RedisAddress address, List<String> queues)
            throws PermanentRedisFailure, InterruptedException {
        UnifiedJedis redis = await(address);
        String error = new CheckWorkerRedis(redis, queues).permanentError().orElse(null);
        if (error != null) {
            redis.close();
            throw new PermanentRedisFailure(error);
        }
        warnOfVulnerabilities(redis);
        return redis;
    }

    /** A Redis that is down, or does not tell its version, is not warned of. */
    private static void warnOfVulnerabilities(UnifiedJedis redis) {
        try {
            RedisVersion.of(redis).flatMap(RedisVersion::notice).ifPresent(LOG::warn);
        } catch (JedisException | UnsupportedOperationException e) {
            LOG.debug("Cannot read the version of Redis", e);
        }
    }

    private static UnifiedJedis await(RedisAddress address) throws PermanentRedisFailure, InterruptedException {
        boolean unreachable = false;
        while (true) {
            try {
                return open(address);
            } catch (JedisException e) {
                String error = PermanentRedisError.messageFor(e).orElse(null);
                if (error != null) {
                    throw new PermanentRedisFailure(error);
                }
                if (!unreachable) {
                    unreachable = true;
                    LOG.warn("Redis unreachable, retrying: {}", e.getMessage());
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** @return a client that the caller closes */
    public static UnifiedJedis open(RedisAddress address) {
        return JedisClients.open(address, new ClientOptions("millrace-worker", TIMEOUT, READ_TIMEOUT, null));
    }
}
