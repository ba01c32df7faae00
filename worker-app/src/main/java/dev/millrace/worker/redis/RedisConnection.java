package dev.millrace.worker.redis;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.PermanentRedisError;
import dev.millrace.contract.RedisAddress;

/** Opens the client. For a single server it connects at its first use, so Redis may be away at start. */
public final class RedisConnection {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Longer than any blocking read and than the time between two pings of a subscription: then the connection is dead. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);
    private static final long PAUSE_MILLIS = 1_000;

    private RedisConnection() {}

    /**
     * Opens the client of a worker that reads these queues. Waits for a Sentinel or a Cluster, whose clients connect at once; a
     * single server may be away.
     *
     * @throws RedisUnusable if waiting cannot make this Redis usable
     */
    public static UnifiedJedis awaitReady(RedisAddress address, List<String> queues)
            throws RedisUnusable, InterruptedException {
        UnifiedJedis redis = await(address);
        String error = new CheckWorkerRedis(redis, queues).permanentError().orElse(null);
        if (error != null) {
            redis.close();
            throw new RedisUnusable(error);
        }
        return redis;
    }

    private static UnifiedJedis await(RedisAddress address) throws RedisUnusable, InterruptedException {
        boolean unreachable = false;
        while (true) {
            try {
                return open(address);
            } catch (JedisException e) {
                String error = PermanentRedisError.messageFor(e).orElse(null);
                if (error != null) {
                    throw new RedisUnusable(error);
                }
                if (!unreachable) {
                    unreachable = true;
                    LOG.warn("Redis unreachable, retrying: {}", e.getMessage());
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    public static UnifiedJedis open(RedisAddress address) {
        JedisClientConfig clientConfig = DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .connectionTimeoutMillis((int) TIMEOUT.toMillis())
                .socketTimeoutMillis((int) TIMEOUT.toMillis())
                .blockingSocketTimeoutMillis((int) READ_TIMEOUT.toMillis())
                .user(address.user())
                .password(address.password())
                .database(address.database())
                .sslOptions(address.tls() ? SslOptions.defaults() : null)
                .clientName("millrace-worker")
                .build();
        Set<HostAndPort> nodes = address.nodes().stream()
                .map(node -> new HostAndPort(node.host(), node.port()))
                .collect(Collectors.toSet());
        return switch (address.kind()) {
            case SINGLE -> RedisClient.builder()
                    .hostAndPort(nodes.iterator().next())
                    .clientConfig(clientConfig)
                    .build();
            case SENTINEL -> RedisSentinelClient.builder()
                    .masterName(address.master())
                    .sentinels(nodes)
                    .clientConfig(clientConfig)
                    .build();
            case CLUSTER -> RedisClusterClient.builder()
                    .nodes(nodes)
                    .clientConfig(clientConfig)
                    .build();
        };
    }
}
